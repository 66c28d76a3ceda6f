//! `haven person`: add someone, give someone a role, or a new password. The first administrator is made here.

use std::io::{BufRead, IsTerminal};
use std::process::ExitCode;

use anyhow::{anyhow, bail};
use clap::{Args, Subcommand};
use store::names::{Email, LoginName, Role};
use store::people::{self, NewPerson};
use store::policy;

use super::Database;
use crate::password::{self, Passwords};
use crate::terminal::{say, say_line};

#[derive(Args)]
pub(crate) struct Person {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Add a person of 18 or older. The password is asked for, or read from standard input.
    Add {
        /// The name to sign in with.
        login: String,
        /// author, instructor, coordinator or administrator; may be given more than once.
        #[arg(long = "role")]
        roles: Vec<Role>,
        /// An e-mail address, if they want messages.
        #[arg(long)]
        email: Option<String>,
        #[command(flatten)]
        database: Database,
    },
    /// Set a new password for someone who has forgotten theirs. It is asked for, or read from standard input; whoever is
    /// signed in under that name is signed out, and their access tokens are taken away.
    Reset {
        /// Their login name.
        login: String,
        #[command(flatten)]
        database: Database,
    },
    /// Give someone a role.
    Role {
        /// Their login name.
        login: String,
        /// author, instructor, coordinator or administrator.
        role: Role,
        #[command(flatten)]
        database: Database,
    },
}

impl Person {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        match self.what {
            What::Add { login, roles, email, database } => add(&login, roles, email, &database).await,
            What::Reset { login, database } => reset(&login, &database).await,
            What::Role { login, role, database } => give(&login, role, &database).await,
        }
    }
}

fn parse(login: &str) -> anyhow::Result<LoginName> {
    LoginName::parse(login).map_err(|_| anyhow!("{login} is no login name: 3 to 40 letters, digits and . _ - @"))
}

async fn add(login: &str, roles: Vec<Role>, email: Option<String>, database: &Database) -> anyhow::Result<ExitCode> {
    let login = parse(login)?;
    let email =
        email.map(|text| Email::parse(&text).ok_or_else(|| anyhow!("{text} is no e-mail address"))).transpose()?;
    let password = read_password(&login)?;
    let password = Passwords::new().hash(password).await?;
    let store = database.open_or_make().await?;
    let new = NewPerson { login: login.clone(), password, email, adult: true, country: None };
    let added = people::add_with_roles(&store, policy::at_the_console(), new, roles).await?;
    store.close().await?;
    if added.is_err() {
        bail!("{login} is taken: choose another login name, or give that person a role with `haven person role`");
    }
    say_line(format!("{login} can sign in now."))?;
    Ok(ExitCode::SUCCESS)
}

fn read_password(login: &LoginName) -> anyhow::Result<String> {
    if std::io::stdin().is_terminal() {
        let shortest = password::SHORTEST;
        say(format!("A password for {login}, {shortest} characters or more (it is shown as you type): "))?;
    }
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    let typed = line.trim_end_matches(['\r', '\n']);
    password::check(typed, &login.to_string()).map_err(|fault| anyhow!("{}", fault.in_words()))?;
    Ok(typed.to_owned())
}

async fn give(login: &str, role: Role, database: &Database) -> anyhow::Result<ExitCode> {
    let login = parse(login)?;
    let store = database.open().await?;
    let found = people::give_role(&store, policy::at_the_console(), login.clone(), role).await?;
    store.close().await?;
    known(&login, found)?;
    say_line(format!("{login} is {} now.", role.as_str()))?;
    Ok(ExitCode::SUCCESS)
}

async fn reset(login: &str, database: &Database) -> anyhow::Result<ExitCode> {
    let login = parse(login)?;
    let password = Passwords::new().hash(read_password(&login)?).await?;
    let store = database.open().await?;
    let found = people::reset_password(&store, policy::at_the_console(), &login, password).await?;
    store.close().await?;
    known(&login, found)?;
    say_line(format!("{login} has a new password, is signed out everywhere, and has no access tokens any more."))?;
    Ok(ExitCode::SUCCESS)
}

fn known(login: &LoginName, found: bool) -> anyhow::Result<()> {
    if found { Ok(()) } else { bail!("there is nobody called {login} in this database") }
}
