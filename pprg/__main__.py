"""`python -m pprg`: serve the program."""

from pprg.serving import main

if __name__ == "__main__":
    raise SystemExit(main())
