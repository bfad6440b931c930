"""What `kill.py` starts, kills and compares."""
