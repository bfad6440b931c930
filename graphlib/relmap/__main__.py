"""`python -m relmap`, for where the command itself is not on the path."""

from relmap.cli import main

if __name__ == "__main__":
    main()
