"""The computer this runs on: its addresses, certificates, QR codes and folder of visuals."""
