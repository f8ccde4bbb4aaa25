//! Argon2id on a small pool of its own: never on the threads that serve the database, with a short queue in front.
//!
//! Memory in use is at most the number of threads times the cost; a full queue answers "busy" instead of piling up.

use crate::failure::Failure;
use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use evenhand_shared::Code;
use std::{
    sync::{Arc, Mutex, PoisonError, mpsc},
    time::Duration,
};
use tokio::sync::oneshot;

type Task = Box<dyn FnOnce() + Send>;

/// Waiting logins before the server says that it is busy.
const QUEUE: usize = 32;
/// Longest wait for an answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// The pool.
pub struct Passwords {
    tasks: mpsc::SyncSender<Task>,
    params: Params,
    /// A hash of nobody's password, so that unknown accounts cost the same time.
    nobody: String,
}

impl Passwords {
    /// Starts the threads. `memory_kib` and `passes` are Argon2id's cost; 19,456 and 2 is OWASP's first choice.
    pub fn start(threads: usize, memory_kib: u32, passes: u32) -> Result<Self, String> {
        let params =
            Params::new(memory_kib, passes, 1, None).map_err(|e| format!("Bad password cost: {e}"))?;
        let (tasks, queue) = mpsc::sync_channel::<Task>(QUEUE);
        let queue = Arc::new(Mutex::new(queue));
        for number in 0..threads.max(1) {
            let queue = queue.clone();
            std::thread::Builder::new()
                .name(format!("passwords-{number}"))
                .spawn(move || {
                    loop {
                        let next = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
                        let Ok(task) = next else { break };
                        task();
                    }
                })
                .map_err(|e| format!("Cannot start the password threads: {e}"))?;
        }
        let nobody = hash(&params, "nobody has this password")?;
        Ok(Self { tasks, params, nobody })
    }

    /// Hashes a new password into PHC format.
    pub async fn hash(&self, password: String) -> Result<String, Failure> {
        let params = self.params.clone();
        self.run(move || hash(&params, &password)).await?.map_err(Failure::Internal)
    }

    /// Whether the password fits the hash; `None` (no such account) takes the same time and never fits.
    pub async fn verify(&self, password: String, stored: Option<String>) -> Result<bool, Failure> {
        let known = stored.is_some();
        let stored = stored.unwrap_or_else(|| self.nobody.clone());
        let fits = self.run(move || verify(&password, &stored)).await?;
        Ok(fits && known)
    }

    async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Failure> {
        let busy = || Failure::Later { code: Code::Busy, seconds: 5 };
        let (answer, waiting) = oneshot::channel();
        self.tasks
            .try_send(Box::new(move || {
                // Nobody waits any more: the work would be for nothing.
                if !answer.is_closed() {
                    drop(answer.send(work()));
                }
            }))
            .map_err(|_| busy())?;
        match tokio::time::timeout(PATIENCE, waiting).await {
            Ok(Ok(value)) => Ok(value),
            Ok(Err(_)) => Err(Failure::Internal("a password thread has stopped".to_owned())),
            Err(_) => Err(busy()),
        }
    }
}

fn hash(params: &Params, password: &str) -> Result<String, String> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params.clone())
        .hash_password(password.as_bytes())
        .map(|phc| phc.to_string())
        .map_err(|e| format!("password hash: {e}"))
}

fn verify(password: &str, stored: &str) -> bool {
    PasswordHash::new(stored)
        .is_ok_and(|phc| Argon2::default().verify_password(password.as_bytes(), &phc).is_ok())
}
