"""A lived-in partnership, all of it made up and all of it made through the services people use."""
