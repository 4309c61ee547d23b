"""One function for each deed of a user; shared by the window and the command line."""
