"""What people see on their own machine."""
