from pprg import create_app

app = create_app()
