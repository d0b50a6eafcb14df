"""What each Azure function does, without Azure: notices in, changes read, one file processed, agendas drafted, libraries swept, webhooks kept."""
