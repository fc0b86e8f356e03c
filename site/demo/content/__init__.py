"""What the demonstration site says: plain data, every text in both languages side by side."""
