//! Laws that hold for any bytes.
