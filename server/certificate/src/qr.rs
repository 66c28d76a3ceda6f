//! The QR code of an address, for print, as SVG of one path: no hair lines between neighbouring squares.

use std::fmt::Write;

use fast_qr::ECL;
use fast_qr::qr::{QRBuilder, QRCode};

use crate::Error;

/// The QR code for print: ink only, to the very edge, so that it stands on a grid. The page leaves the free margin.
pub(crate) fn qr_for_print(address: &str, ink: &str) -> Result<String, Error> {
    let code = encode(address)?;
    let (size, squares) = (code.size, squares(&code));
    Ok(format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges"><path fill="{ink}" d="{squares}"/></svg>"##
    ))
}

/// A quarter of the code may be damaged, by a fold or a stamp, and it still reads.
fn encode(address: &str) -> Result<QRCode, Error> {
    QRBuilder::new(address).ecl(ECL::Q).build().map_err(|_| Error::AddressTooLong)
}

/// The dark squares as a path: a rectangle for each run of them in a row.
fn squares(code: &QRCode) -> String {
    let mut path = String::new();
    for row in 0..code.size {
        let mut column = 0;
        for run in code[row].chunk_by(|one, next| one.value() == next.value()) {
            if run[0].value() {
                let width = run.len();
                write!(path, "M{column} {row}h{width}v1h-{width}z").expect("a string can always be written to");
            }
            column += run.len();
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADDRESS: &str = "https://haven.example.org/verify/HV-0000-0000-0000-00000";

    /// The three finder patterns stand in their corners: their top rows are runs of 7.
    #[test]
    fn the_code_reaches_the_edge_and_no_further() {
        let svg = qr_for_print(ADDRESS, "#000").expect("an address of usual length");
        let size = encode(ADDRESS).expect("an address of usual length").size;
        assert!(svg.contains(&format!(r#"viewBox="0 0 {size} {size}""#)), "{svg}");
        let end = size - 7;
        for corner in ["M0 0h7v1".to_owned(), format!("M{end} 0h7v1"), format!("M0 {end}h7v1")] {
            assert!(svg.contains(&corner), "{corner}");
        }
    }

    #[test]
    fn an_address_beyond_what_a_code_holds_is_refused() {
        assert_eq!(qr_for_print(&"a".repeat(4_000), "#000"), Err(Error::AddressTooLong));
    }
}
