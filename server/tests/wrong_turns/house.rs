//! `haven serve` as a process with a database of its own. It is gone when the test ends.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long anything may take before a test gives up on it: generous, for a busy machine is no fault of Haven's.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

/// The courses of the tests.
pub(crate) const COURSES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../end2end/courses");

/// A folder for a database, and the address of the one in it.
pub(crate) struct House {
    pub(crate) folder: tempfile::TempDir,
}

impl House {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    pub(crate) fn file(&self) -> PathBuf {
        self.folder.path().join("home/haven.db")
    }

    pub(crate) fn url(&self) -> String {
        std::fs::create_dir_all(self.folder.path().join("home")).expect("a folder in it");
        sqlite(&self.file())
    }
}

pub(crate) fn sqlite(file: &Path) -> String {
    format!("sqlite:{}?mode=rwc", file.display())
}

/// The binary, told nothing by the surroundings of the test.
pub(crate) fn haven() -> Command {
    bare(Command::new(env!("CARGO_BIN_EXE_haven")))
}

/// The same, started by a shell that says something first, such as a limit.
pub(crate) fn haven_after(said: &str) -> Command {
    let mut shell = Command::new("sh");
    shell.args(["-c", &format!("{said}; exec \"$0\" \"$@\""), env!("CARGO_BIN_EXE_haven")]);
    bare(shell)
}

fn bare(mut command: Command) -> Command {
    for name in ["ADDR", "DATABASE", "COURSES", "URL", "BEHIND_PROXY", "LOG", "LOG_FORMAT"] {
        command.env_remove(format!("HAVEN_{name}"));
    }
    command
}

/// A server that is open.
pub(crate) struct Server {
    child: Child,
    pub(crate) address: SocketAddr,
    log: Arc<Mutex<String>>,
}

impl Server {
    pub(crate) fn start(url: &str) -> Self {
        Self::start_with(haven(), url, &[])
    }

    pub(crate) fn start_with(mut haven: Command, url: &str, flags: &[&str]) -> Self {
        haven.args(["serve", "--addr", "127.0.0.1:0", "--database", url]).args(flags);
        if !flags.contains(&"--courses") {
            haven.args(["--courses", COURSES]);
        }
        let mut child = haven.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
        let log = Arc::new(Mutex::new(String::new()));
        let errors = BufReader::new(child.stderr.take().expect("it is piped"));
        let heard = log.clone();
        std::thread::spawn(move || {
            for line in errors.lines().map_while(Result::ok) {
                let mut heard = heard.lock().unwrap_or_else(PoisonError::into_inner);
                heard.push_str(&line);
                heard.push('\n');
            }
        });
        let mut said = BufReader::new(child.stdout.take().expect("it is piped")).lines().map_while(Result::ok);
        let open = said.find_map(|line| line.split_once("Haven is open at http://")?.1.parse().ok());
        let Some(address) = open else {
            child.wait().expect("it has ended");
            panic!("it did not open: {}", log.lock().unwrap_or_else(PoisonError::into_inner));
        };
        Self { child, address, log }
    }

    /// All that it has logged so far.
    pub(crate) fn log(&self) -> String {
        self.log.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn id(&self) -> String {
        self.child.id().to_string()
    }

    /// Sends it a signal: `TERM`, `KILL`.
    pub(crate) fn signal(&self, name: &str) {
        run(Command::new("kill").args([&format!("-{name}"), &self.id()]));
    }

    /// Waits until it has ended.
    pub(crate) fn ended(&mut self) -> ExitStatus {
        wait_for("the server ends", || self.child.try_wait().expect("it is ours"))
    }

    /// Asks it to end, and waits until it has.
    pub(crate) fn stop(mut self) -> ExitStatus {
        self.signal("TERM");
        self.ended()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

pub(crate) fn run(command: &mut Command) {
    let done = command.output().expect("it runs");
    assert!(done.status.success(), "{command:?}: {}", String::from_utf8_lossy(&done.stderr));
}

/// Asks again and again until there is something, or fails by this name.
pub(crate) fn wait_for<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let began = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(began.elapsed() < PATIENCE, "waited too long until {what}");
        std::thread::sleep(Duration::from_millis(50));
    }
}
