//! `pwd`: the users that `/etc/passwd` names.

use super::{NativeModule, set};
use crate::heap::Object;
use crate::layout::{List, StrBody};
use crate::methods;
use crate::object::{ClassId, Result, Runtime};
use crate::struct_sequence;
use crate::types::module::Module;
use crate::types::struct_sequence::{construct, make};

methods! {
    static FUNCTIONS = [
        /// Return the password database entry for the given numeric user ID.
        ///
        /// See `help(pwd)` for more on password database entries.
        @function "getpwuid"(uidobj, /) => by_number;
        /// Return the password database entry for the given user name.
        ///
        /// See `help(pwd)` for more on password database entries.
        @function "getpwnam"(name, /) => by_name;
        /// Return a list of all available password database entries, in arbitrary order.
        ///
        /// See help(pwd) for more on password database entries.
        @function "getpwall"() => all;
    ];
}

struct_sequence! {
    /// A user.
    static STRUCT_PASSWD = "pwd" "struct_passwd", construct, "pwd.struct_passwd: Results from getpw*() routines.\n\nThis object may be accessed either as a tuple of\n  (pw_name,pw_passwd,pw_uid,pw_gid,pw_gecos,pw_dir,pw_shell)\nor via the object attributes as named in the above tuple.";
    items [
        "pw_name" "user name",
        "pw_passwd" "password",
        "pw_uid" "user id",
        "pw_gid" "group id",
        "pw_gecos" "real name",
        "pw_dir" "home directory",
        "pw_shell" "shell program",
    ]
    hidden []
}

/// One line of the file.
struct User {
    texts: [String; 5],
    numbers: [u32; 2],
}

impl User {
    fn read(line: &str) -> Option<User> {
        let parts: Vec<&str> = line.split(':').collect();
        let [name, password, user, group, comment, home, shell] = parts[..] else { return None };
        let texts = [name, password, comment, home, shell].map(str::to_owned);
        Some(User { texts, numbers: [user.parse().ok()?, group.parse().ok()?] })
    }
}

fn users() -> Vec<User> {
    let bytes = std::fs::read("/etc/passwd").unwrap_or_default();
    String::from_utf8_lossy(&bytes).lines().filter_map(User::read).collect()
}

fn record(rt: &mut Runtime, user: &User) -> Result {
    let [name, password, comment, home, shell] = &user.texts;
    let number = |rt: &mut Runtime, n: u32| rt.new_int(n.into());
    let items = [
        rt.new_str(name)?.into(),
        rt.new_str(password)?.into(),
        number(rt, user.numbers[0])?,
        number(rt, user.numbers[1])?,
        rt.new_str(comment)?.into(),
        rt.new_str(home)?.into(),
        rt.new_str(shell)?.into(),
    ];
    make(rt, &STRUCT_PASSWD, &items)
}

fn by_number(rt: &mut Runtime, number: &Object) -> Result {
    if !crate::types::repeat::is_index(rt, number) {
        let got = rt.type_name(number);
        return Err(rt.type_error(format!("uid should be integer, not {got}")));
    }
    let shown = rt.repr(number)?.to_rust().into_owned();
    // -1 stands for the largest number, which is nobody's.
    let wanted = match shown.parse::<i64>() {
        Ok(n) if n == -1 || u32::try_from(n).is_ok() => n,
        _ => return Err(missing(rt, "getpwuid(): uid not found".to_owned())),
    };
    match users().iter().find(|user| i64::from(user.numbers[0]) == wanted) {
        Some(user) => record(rt, user),
        None => Err(missing(rt, format!("getpwuid(): uid not found: {shown}"))),
    }
}

fn missing(rt: &mut Runtime, message: String) -> crate::object::Raised {
    rt.raise(ClassId::KeyError, message)
}

fn by_name(rt: &mut Runtime, name: &Object) -> Result {
    let Some(name) = name.cast::<StrBody>() else {
        let got = if name.is_none() { "None".to_owned() } else { rt.type_name(name) };
        return Err(rt.type_error(format!("getpwnam() argument must be str, not {got}")));
    };
    let wanted = name.to_rust().into_owned();
    match users().iter().find(|user| user.texts[0] == wanted) {
        Some(user) => record(rt, user),
        None => {
            let shown = rt.repr(name)?.to_rust().into_owned();
            Err(missing(rt, format!("getpwnam(): name not found: {shown}")))
        }
    }
}

fn all(rt: &mut Runtime) -> Result<List> {
    let rows = users().iter().map(|user| record(rt, user)).collect::<Result<Vec<_>>>()?;
    Ok(List::from_slice(&rt.heap, &rows)?)
}

fn init(rt: &mut Runtime, module: &Module) -> Result<()> {
    let class = rt.native_class(&STRUCT_PASSWD)?;
    set(rt, module, "struct_passwd", class.into())
}

/// The description of the module.
pub static MODULE: NativeModule = NativeModule {
    name: "pwd",
    doc: "This module provides access to the Unix password database.\nIt is available on all Unix versions.\n\nPassword \
          database entries are reported as 7-tuples containing the following\nitems from the password database (see \
          `<pwd.h>'), in order:\npw_name, pw_passwd, pw_uid, pw_gid, pw_gecos, pw_dir, pw_shell.\nThe uid and gid items \
          are integers, all others are strings. An\nexception is raised if the entry asked for cannot be found.",
    functions: FUNCTIONS,
    init,
};
