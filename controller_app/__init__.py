"""Turn every phone in the room into a controller for the big screen."""
