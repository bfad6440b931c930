"""What `map.py` starts, clicks, drags and counts; `startup.py` shares server and browser."""
