//! `haven serve`.

use std::io::{ErrorKind, Write};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context;
use clap::Args;
use store::names::{LoginName, Role};
use store::people::{self, NewPerson};
use store::{Store, policy};
use tokio::net::TcpListener;

use super::stop::asked_to_stop;
use super::{Database, log};
use crate::countries::Countries;
use crate::jobs::Sources;
use crate::library::{Library, above, is_course};
use crate::live::Live;
use crate::password::Passwords;
use crate::shown::visible;
use crate::state::{DemoPerson, Haven, Reached};
use crate::{jobs, serve, view};

#[derive(Args)]
pub(crate) struct Serve {
    /// Where to listen. Port 0 takes a free one.
    #[arg(long, env = "HAVEN_ADDR", default_value = "127.0.0.1:3000")]
    addr: SocketAddr,
    #[command(flatten)]
    database: Database,
    /// A folder of courses, instead of those inside the binary.
    #[arg(long, env = "HAVEN_COURSES")]
    courses: Option<PathBuf>,
    /// A folder of country packs, instead of the folder `countries` in that of the courses, or of those inside the binary.
    #[arg(long, env = "HAVEN_COUNTRIES")]
    countries: Option<PathBuf>,
    /// The address under which the world finds this server: it is printed on certificates. By default http:// and --addr.
    #[arg(long, env = "HAVEN_URL", value_parser = origin)]
    url: Option<String>,
    /// A web server stands in front of this one: the last address in `X-Forwarded-For` is the visitor's.
    #[arg(long, env = "HAVEN_BEHIND_PROXY")]
    behind_proxy: bool,
    /// What is logged, as tracing's filters write it: `debug`, `info,sqlx=debug`.
    #[arg(long, env = "HAVEN_LOG", default_value = "info,sea_orm_migration=warn,sqlx=warn")]
    log: String,
    /// How the log is written: for a reader, or a line of JSON for each event.
    #[arg(long, env = "HAVEN_LOG_FORMAT", default_value = "text")]
    log_format: log::Format,
    /// While you write: open pages show each change of a file at once, and what is wrong. For this machine only.
    #[arg(long, requires = "courses", conflicts_with_all = ["behind_proxy", "url"])]
    live: bool,
    /// A demonstration: five people whose passwords everyone knows.
    #[arg(long)]
    demo: bool,
}

const DEMO: [DemoPerson; 5] = [
    DemoPerson { login: "trainee", password: "harbour-trainee", role: None },
    DemoPerson { login: "author", password: "harbour-author", role: Some(Role::Author) },
    DemoPerson { login: "instructor", password: "harbour-instructor", role: Some(Role::Instructor) },
    DemoPerson { login: "coordinator", password: "harbour-coordinator", role: Some(Role::Coordinator) },
    DemoPerson { login: "administrator", password: "harbour-administrator", role: Some(Role::Administrator) },
];

impl Serve {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        log::start(&self.log, self.log_format)?;
        if self.live && !self.addr.ip().is_loopback() {
            return Err(super::stopped("live-not-here", &[("address", self.addr.to_string().into())]));
        }
        if let Some(course) = self.courses.as_deref().filter(|folder| is_course(folder)) {
            let folder = |path: &Path| visible(&path.display().to_string());
            let about = [("course", folder(course).into()), ("folder", folder(&above(course)).into())];
            return Err(super::stopped("serve-course", &about));
        }
        // First, so that a second server on one address ends before it touches the database.
        let listener = TcpListener::bind(self.addr).await.map_err(|error| unbound(self.addr, &error))?;
        let store = self.database.open_or_make().await?;
        let demo = if self.demo { demonstrate(&store).await? } else { refuse_demo_people(&store).await? };
        let from = Sources::new(self.courses.clone(), self.countries.clone())?;
        let (library, countries) = (Library::live(self.live), Countries::default());
        library.load(&store, &from.courses).await?;
        countries.load(&from.packs, view::today(&store)).await?;
        let address = listener.local_addr()?;
        if self.url.is_none() && (address.ip().is_unspecified() || self.behind_proxy) {
            tracing::warn!(
                "certificates will carry http://{address}/verify/..., which nobody can open elsewhere. Say the address under \
                 which the world finds this server before any is issued: --url https://courses.example.org"
            );
        }
        let live = self.live.then(|| Live::new(policy::at_the_console()));
        let haven = Haven::new(store.clone(), library, countries, self.reached_at(address), live, demo);
        jobs::start(&haven, from).await?;
        let stop = asked_to_stop()?;
        greet(address, &haven)?;
        let pages = haven.clone();
        let stop = async move {
            stop.await;
            pages.live.iter().for_each(Live::close);
        };
        serve::serve(&haven, listener, stop).await;
        close(store).await
    }

    /// A demonstration on this machine, or what is being written, is for whoever sits at it. Where a web server stands in front,
    /// or an address was given, others are meant.
    fn reached_at(&self, address: SocketAddr) -> Reached {
        let alone = self.url.is_none() && !self.behind_proxy && address.ip().is_loopback();
        Reached {
            url: self.url.clone().unwrap_or_else(|| format!("http://{address}")),
            behind_proxy: self.behind_proxy,
            from_here_only: alone && (self.live || self.demo),
        }
    }
}

/// Finishes what is queued to be written; a disk or a machine that answers no more is not waited for.
async fn close(store: Store) -> anyhow::Result<ExitCode> {
    let closed = tokio::time::timeout(LAST_WRITES, store.close()).await;
    closed
        .context("the database did not take the last writes: what was acknowledged is kept, what waited is not")??;
    Ok(ExitCode::SUCCESS)
}

/// Why an address cannot be listened on, and what to do.
fn unbound(address: SocketAddr, error: &std::io::Error) -> anyhow::Error {
    let code = match error.kind() {
        ErrorKind::AddrInUse => "taken",
        ErrorKind::PermissionDenied => "not-allowed",
        ErrorKind::AddrNotAvailable => "not-here",
        _ => "other",
    };
    let about = [("address", address.to_string().into()), ("why", error.to_string().into())];
    super::stopped(&format!("listen-{code}"), &about)
}

/// An address as a browser names it, without the stroke at its end.
fn origin(url: &str) -> Result<String, String> {
    let url = url.trim_end_matches('/').to_ascii_lowercase();
    match serve::from_here_only(&url) {
        Ok(_) => Ok(url),
        Err(_) => {
            Err("write it like https://haven.example.org: http or https, the host, and nothing after it".to_owned())
        }
    }
}

fn greet(address: SocketAddr, haven: &Haven) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    for one in &haven.demo {
        let role = one.role.map_or("trainee", Role::as_str);
        writeln!(out, "  {:<14} {:<22} {role}", one.login, one.password)?;
    }
    writeln!(out, "Haven is open at http://{address}")?;
    out.flush()
}

/// A database of a demonstration has an administrator whose password everyone knows: it is served as a demonstration only.
async fn refuse_demo_people(store: &Store) -> anyhow::Result<Vec<DemoPerson>> {
    for one in &DEMO {
        let Some(found) = people::by_login(store, &login(one)).await? else { continue };
        if Passwords::new().verify(one.password.to_owned(), Some(found.password)).await? {
            anyhow::bail!(
                "this database has the demo person {}, whose password everyone knows. Serve it with --demo, or choose another \
                 with --database",
                one.login
            );
        }
    }
    Ok(Vec::new())
}

/// Adds the demo people, once. Not on a database whose people are its own.
async fn demonstrate(store: &Store) -> anyhow::Result<Vec<DemoPerson>> {
    let there = people::by_login(store, &login(&DEMO[0])).await?.is_some();
    if !there && !people::is_nobody(store, policy::at_the_console()).await? {
        anyhow::bail!(
            "this database has people of its own: a demonstration does not belong in it. Choose another with --database"
        );
    }
    let passwords = Passwords::new();
    for one in DEMO.iter().filter(|_| !there) {
        let password = passwords.hash(one.password.to_owned()).await?;
        let new = NewPerson { login: login(one), password, email: None, adult: true, country: None };
        let added =
            people::add_with_roles(store, policy::at_the_console(), new, one.role.into_iter().collect()).await?;
        if added.is_err() {
            anyhow::bail!("the demo person {} could not be added", one.login);
        }
    }
    Ok(DEMO.to_vec())
}

fn login(one: &DemoPerson) -> LoginName {
    LoginName::parse(one.login).expect("the demo names are login names")
}

/// How long the last writes may take when the server stops. A service manager kills what takes longer than 90 seconds.
const LAST_WRITES: Duration = Duration::from_secs(25);
