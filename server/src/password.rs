//! Passwords: what is refused, and Argon2id (RFC 9106) off the async threads, a few at a time, so that a crowd at the door
//! neither stops the pages nor fills the memory (19 MiB a hash).

use std::sync::OnceLock;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use unicode_normalization::UnicodeNormalization;

use crate::aside::Aside;

/// The fewest characters a password may have (NIST SP 800-63B, 5.1.1.2: 8).
pub(crate) const SHORTEST: usize = 8;
/// The most: enough for a sentence, too few to keep Argon2 busy.
pub(crate) const LONGEST: usize = 128;
/// How many are hashed at once.
const AT_ONCE: usize = 2;
/// Those that are tried first by everyone who guesses.
const COMMON: [&str; 12] = [
    "password",
    "12345678",
    "123456789",
    "1234567890",
    "password1",
    "qwertyuiop",
    "qwerty123",
    "iloveyou",
    "11111111",
    "00000000",
    "abcd1234",
    "87654321",
];

/// Why a password is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PasswordFault {
    Short,
    Long,
    Common,
    LikeLogin,
}

impl PasswordFault {
    /// The message's id in `locales/`.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Short => "password-short",
            Self::Long => "password-long",
            Self::Common => "password-common",
            Self::LikeLogin => "password-like-login",
        }
    }

    /// The message for the terminal, in English.
    pub(crate) fn in_words(self) -> String {
        app::words::Words::english().text_with(self.id(), &[("shortest", SHORTEST.into()), ("longest", LONGEST.into())])
    }
}

/// Length and the guesses everyone makes first, of the password as it is hashed: nothing else is asked of one (NIST SP
/// 800-63B).
pub(crate) fn check(password: &str, login: &str) -> Result<(), PasswordFault> {
    let password = normal(password);
    let lower = password.to_lowercase();
    match password.chars().count() {
        ..SHORTEST => Err(PasswordFault::Short),
        length if length > LONGEST => Err(PasswordFault::Long),
        _ if COMMON.contains(&lower.as_str()) => Err(PasswordFault::Common),
        _ if lower == normal(login).to_lowercase() => Err(PasswordFault::LikeLogin),
        _ => Ok(()),
    }
}

/// Hashes and verifies passwords.
#[derive(Clone)]
pub(crate) struct Passwords(Aside);

impl Passwords {
    pub(crate) fn new() -> Self {
        Self(Aside::new(AT_ONCE))
    }

    /// A PHC string of a checked password.
    pub(crate) async fn hash(&self, password: String) -> anyhow::Result<String> {
        self.0
            .run(move || {
                let hash = argon2().hash_password(normal(&password).as_bytes());
                hash.map(|hash| hash.to_string()).map_err(|error| anyhow::anyhow!("hashing failed: {error}"))
            })
            .await?
    }

    /// Whether `password` is the one that was hashed. With no hash it takes as long and is never right, so that the time
    /// does not tell who is known here.
    pub(crate) async fn verify(&self, password: String, hash: Option<String>) -> anyhow::Result<bool> {
        self.0
            .run(move || {
                let known = hash.is_some();
                let hash = hash.unwrap_or_else(|| nobody().to_owned());
                let right = PasswordHash::new(&hash)
                    .is_ok_and(|hash| argon2().verify_password(normal(&password).as_bytes(), &hash).is_ok());
                right && known
            })
            .await
    }
}

/// The same password from any keyboard: one phone writes `é` as one character, another as two (NIST SP 800-63B, 5.1.1.2).
/// What is longer than any password is read no further: it is too long as it is.
fn normal(password: &str) -> String {
    password.nfkc().take(LONGEST + 1).collect()
}

/// Argon2id with 19 MiB, two passes, one lane: the first choice of OWASP's password storage cheat sheet (2024).
fn argon2() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::default())
}

/// A hash of no one's password.
fn nobody() -> &'static str {
    static HASH: OnceLock<String> = OnceLock::new();
    HASH.get_or_init(|| argon2().hash_password(b"nobody's").map(|hash| hash.to_string()).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_long_common_and_login_like_passwords_are_refused() {
        for (password, fault) in [
            ("seven77", Some(PasswordFault::Short)),
            (&"x".repeat(129), Some(PasswordFault::Long)),
            ("Password1", Some(PasswordFault::Common)),
            ("Amina.Banda", Some(PasswordFault::LikeLogin)),
            ("\u{ff50}assword1", Some(PasswordFault::Common)),
            ("\u{ff41}mina.banda", Some(PasswordFault::LikeLogin)),
            (&"e\u{301}".repeat(7), Some(PasswordFault::Short)),
            (&"e\u{301}".repeat(128), None),
            (&"\u{fdfa}".repeat(8), Some(PasswordFault::Long)),
            ("lamp harbour 7", None),
            ("пароль-учителя", None),
        ] {
            assert_eq!(check(password, "amina.banda").err(), fault, "{password}");
        }
    }

    #[tokio::test]
    async fn a_password_is_verified_against_its_own_hash_only() {
        let passwords = Passwords::new();
        let hash = passwords.hash("lamp harbour 7".into()).await.expect("hashing works");
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(passwords.verify("lamp harbour 7".into(), Some(hash.clone())).await.expect("verifying works"));
        assert!(!passwords.verify("lamp harbour 8".into(), Some(hash)).await.expect("verifying works"));
        assert!(!passwords.verify("nobody's".into(), None).await.expect("verifying works"));
    }

    #[tokio::test]
    async fn a_password_is_the_same_from_any_keyboard() {
        let passwords = Passwords::new();
        let hash = passwords.hash("cafe\u{301} du port".into()).await.expect("hashing works");
        assert!(passwords.verify("caf\u{e9} du port".into(), Some(hash)).await.expect("verifying works"));
        let longest = passwords.hash("e\u{301}".repeat(LONGEST)).await.expect("hashing works");
        assert!(passwords.verify("e\u{301}".repeat(LONGEST), Some(longest.clone())).await.expect("verifying works"));
        assert!(!passwords.verify("e\u{301}".repeat(LONGEST + 1), Some(longest)).await.expect("verifying works"));
    }
}
