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

#[test]
fn a_server_whose_certificates_would_carry_an_address_nobody_can_open_warns_of_it() {
    for (arguments, warns) in [
        (&["--addr", "0.0.0.0:0"][..], true),
        (&["--addr", "127.0.0.1:0", "--behind-proxy"], true),
        (&["--addr", "0.0.0.0:0", "--url", "https://haven.example.org"], false),
        (&["--addr", "127.0.0.1:0"], false),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let mut serve = haven(&folder, &[&["serve"], arguments].concat());
        let mut server = serve.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
        let open = BufReader::new(server.stdout.take().expect("piped")).lines().map_while(Result::ok);
        let is_open = open.into_iter().any(|line| line.contains("Haven is open"));
        server.kill().expect("it runs");
        let mut said = String::new();
        server.stderr.take().expect("piped").read_to_string(&mut said).expect("UTF-8");
        server.wait().expect("it ended");
        assert!(is_open, "{said}");
        assert_eq!(said.contains("--url https://"), warns, "{arguments:?}: {said}");
    }
}
