//! Secrets that prove who someone is: the tokens of sessions and of other programs. Only their hashes are kept: whoever reads
//! the database cannot sign in with what stands in it.

use sha2::{Digest, Sha256};

use crate::{Result, random};

/// A new secret: 256 random bits, in hexadecimal.
///
/// # Errors
/// As [`random`].
pub(crate) fn fresh() -> Result<String> {
    let bytes: [u8; 32] = random()?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// A text has the form of a secret.
pub(crate) fn has_form(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// What is kept of a secret. 256 random bits need no slow hash.
pub(crate) fn hash(secret: &str) -> Vec<u8> {
    Sha256::digest(secret.as_bytes()).to_vec()
}
