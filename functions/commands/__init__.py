"""What each command of the command line does, between the arguments and what is shown."""
