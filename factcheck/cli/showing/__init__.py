"""Records as people look at them: each kind a module that yields lines."""
