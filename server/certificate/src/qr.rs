//! The QR code of an address, as SVG of one path: no style attribute, which a strict content security policy forbids, and no
//! hair lines between neighbouring squares.

use std::fmt::Write;

use fast_qr::ECL;
use fast_qr::qr::{QRBuilder, QRCode};

use crate::Error;

/// The free margin that a reader needs around the code, in squares.
const QUIET: usize = 4;

/// The QR code of an address for a page: black on white with its free margin, whatever stands behind it. It is hidden from
/// those who listen to the page, so the address must stand beside it.
pub fn qr_svg(address: &str) -> Result<String, Error> {
    let code = encode(address)?;
    let whole = code.size + 2 * QUIET;
    let squares = squares(&code, QUIET);
    Ok(format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" shape-rendering="crispEdges" aria-hidden="true" focusable="false"><path fill="#fff" d="M0 0h{whole}v{whole}H0z"/><path fill="#000" d="{squares}"/></svg>"##
    ))
}

/// The QR code for print: ink only, to the very edge, so that it stands on a grid. The page leaves the free margin.
pub(crate) fn qr_for_print(address: &str, ink: &str) -> Result<String, Error> {
    let code = encode(address)?;
    let (size, squares) = (code.size, squares(&code, 0));
    Ok(format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges"><path fill="{ink}" d="{squares}"/></svg>"##
    ))
}

/// A quarter of the code may be damaged, by a fold or a stamp, and it still reads.
fn encode(address: &str) -> Result<QRCode, Error> {
    QRBuilder::new(address).ecl(ECL::Q).build().map_err(|_| Error::AddressTooLong)
}

/// The dark squares as a path: a rectangle for each run of them in a row.
fn squares(code: &QRCode, margin: usize) -> String {
    let mut path = String::new();
    for row in 0..code.size {
        let mut column = 0;
        for run in code[row].chunk_by(|one, next| one.value() == next.value()) {
            if run[0].value() {
                let (x, y, width) = (column + margin, row + margin, run.len());
                write!(path, "M{x} {y}h{width}v1h-{width}z").expect("a string can always be written to");
            }
            column += run.len();
        }
    }
    path
}
