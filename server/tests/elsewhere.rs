//! Commands in the wrong place, and servers under an address nobody can open: what they say, and that nothing is made.

use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};

fn haven(folder: &tempfile::TempDir, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_haven"));
    command.args(arguments).current_dir(folder.path()).env_remove("HAVEN_DATABASE").stdin(Stdio::null());
    command
}

#[test]
fn a_command_in_a_wrong_folder_says_that_there_is_no_database_and_makes_none() {
    let folder = tempfile::tempdir().expect("a folder");
    let revoke = ["certificate", "revoke", "HV-0000-0000-0000-00000", "--why", "x"];
    for arguments in [&revoke[..], &["person", "role", "amina", "author"]] {
        let output = haven(&folder, arguments).output().expect("it runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains("There is no database haven.db") && said.contains("--database"), "{said}");
    }
    assert_eq!(folder.path().read_dir().expect("the folder").count(), 0);
}
