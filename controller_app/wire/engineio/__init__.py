"""Engine.IO's clock, long-polling and sessions, changed where they harm."""
