"""What leaves the building: tables as rows, and the filters in plain words."""
