"""Two clients that know nothing of us, one with verbose JSON and one with light, agree with each other and with the emulator."""
