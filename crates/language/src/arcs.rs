//! Which word does each word depend on, and where do sentences start?
//!
//! A machine with a stack and a buffer reads the text from left to right and makes the best scored move each time:
//! shift a word to the stack, take one off, join the top of the stack and the front of the buffer by an arc in either
//! direction, or note that a sentence starts after the front. Some labels say that the word belongs elsewhere
//! (`prep||dobj`: a `prep` whose head is the `dobj` below this one); those are resolved at the end.

use crate::Dep;
use crate::kernel::WIDTH;
use crate::pack::{Pack, PackError};
use crate::scorer::{HIDDEN, Memory, Scorer, best};
use std::ops::Range;

/// What a move does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Action {
    Shift,
    Reduce,
    Left,
    Right,
    Break,
}

/// A relation, and for a word that belongs elsewhere the relation of its true head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Label {
    dep: Dep,
    elsewhere: Option<Dep>,
}

const SLOTS: usize = 8;

/// The dependency parser.
#[derive(Clone)]
pub(crate) struct Parser {
    scorer: Scorer<SLOTS>,
    labels: Vec<Label>,
    /// The moves of each action, in the order of [`Action`].
    actions: [Range<usize>; 5],
}

/// Heads (a root is its own), relations and, for each token, whether a sentence starts with it.
pub(crate) struct Tree {
    pub(crate) heads: Vec<u32>,
    pub(crate) deps: Vec<Dep>,
    pub(crate) starts: Vec<bool>,
}

impl Parser {
    pub(crate) fn open(pack: &Pack) -> Result<Parser, PackError> {
        let words = pack.section::<u32>("parser.actions")?;
        let (rows, _) = words.as_chunks::<3>();
        let damaged = || PackError::Damaged { what: "the parser's moves do not read".to_owned() };
        let dep = |at: u32| Dep::ALL.get(at as usize).copied();
        let labels = rows
            .iter()
            .map(|&[_, own, elsewhere]| {
                let elsewhere = if elsewhere == 0 { None } else { Some(dep(elsewhere - 1)?) };
                Some(Label { dep: dep(own)?, elsewhere })
            })
            .collect::<Option<Vec<Label>>>()
            .ok_or_else(damaged)?;
        let mut actions: [Range<usize>; 5] = Default::default();
        for (action, range) in actions.iter_mut().enumerate() {
            let from = rows.partition_point(|row| (row[0] as usize) < action);
            *range = from..rows.partition_point(|row| (row[0] as usize) <= action);
            if range.start == range.end {
                return Err(damaged());
            }
        }
        Ok(Parser { scorer: Scorer::open(pack, "parser", labels.len())?, labels, actions })
    }

    /// Appends what the decoder needs of each row.
    pub(crate) fn project(&self, rows: &[[f32; WIDTH]], projected: &mut Vec<[f32; HIDDEN]>) {
        self.scorer.project(rows, projected);
    }

    /// The tree of a text from its projected rows.
    pub(crate) fn parse(&self, projected: &[[f32; HIDDEN]], is_space: &[bool], memory: &mut Memory) -> Tree {
        let count = is_space.len();
        let mut scores = self.scorer.over(projected, memory);
        let mut state = State::new(count);
        // A greedy run takes about two moves a token; the limit only bounds what a hostile text might provoke.
        let mut moves_left = count.saturating_mul(16) + 64;
        while state.is_open() && moves_left > 0 {
            moves_left -= 1;
            let valid = state.valid();
            let scores = scores.of(state.slots());
            let ranges = self.actions.iter().zip(valid).filter(|(_, valid)| *valid).map(|(range, _)| range.clone());
            let Some(chosen) = best(scores, ranges) else { break };
            let action = match self.actions.iter().position(|range| range.contains(&chosen)) {
                Some(0) => Action::Shift,
                Some(1) => Action::Reduce,
                Some(2) => Action::Left,
                Some(3) => Action::Right,
                _ => Action::Break,
            };
            state.make(action, self.labels[chosen]);
        }
        let mut heads: Vec<u32> =
            (0..count).map(|at| if state.heads[at] == NONE { at as u32 } else { state.heads[at] }).collect();
        let root = Label { dep: Dep::Root, elsewhere: None };
        let mut labels: Vec<Label> =
            (0..count).map(|at| if heads[at] as usize == at { root } else { state.labels[at] }).collect();
        send_home(&mut heads, &mut labels, is_space);
        let starts = sentence_starts(&heads);
        Tree { heads, deps: labels.iter().map(|label| label.dep).collect(), starts }
    }
}

const NONE: u32 = u32::MAX;

/// The children attached to a word on one side, latest first, as links through the children.
#[derive(Clone, Copy)]
struct Side {
    latest: u32,
}

struct State {
    stack: Vec<u32>,
    /// Words given back to the buffer stand before the rest, the last one first.
    returned: Vec<u32>,
    next: u32,
    count: u32,
    heads: Vec<u32>,
    labels: Vec<Label>,
    left: Vec<Side>,
    right: Vec<Side>,
    /// Children of the same head and side attached before and after this one.
    earlier: Vec<u32>,
    later: Vec<u32>,
    unshiftable: Vec<bool>,
    starts: Vec<bool>,
}

impl State {
    fn new(count: usize) -> State {
        State {
            stack: Vec::new(),
            returned: Vec::new(),
            next: 0,
            count: count as u32,
            heads: vec![NONE; count],
            labels: vec![Label { dep: Dep::Root, elsewhere: None }; count],
            left: vec![Side { latest: NONE }; count],
            right: vec![Side { latest: NONE }; count],
            earlier: vec![NONE; count],
            later: vec![NONE; count],
            unshiftable: vec![false; count],
            starts: vec![false; count],
        }
    }

    fn is_open(&self) -> bool {
        !self.stack.is_empty() || self.buffered() > 0
    }

    fn buffered(&self) -> usize {
        self.returned.len() + (self.count - self.next) as usize
    }

    fn stacked(&self, depth: usize) -> Option<u32> {
        self.stack.len().checked_sub(depth + 1).map(|at| self.stack[at])
    }

    fn buffer(&self, depth: usize) -> Option<u32> {
        match self.returned.len().checked_sub(depth + 1) {
            Some(at) => Some(self.returned[at]),
            None => Some(self.next + (depth - self.returned.len()) as u32).filter(|&at| at < self.count),
        }
    }

    fn slots(&self) -> [Option<u32>; SLOTS] {
        let (front, top) = (self.buffer(0), self.stacked(0));
        let latest = |sides: &[Side], head: Option<u32>| {
            head.map(|head| sides[head as usize].latest).filter(|&child| child != NONE)
        };
        [
            front,
            self.buffer(1),
            top,
            self.stacked(1),
            self.stacked(2),
            latest(&self.left, front),
            latest(&self.left, top),
            latest(&self.right, top),
        ]
    }

    /// Which actions may be made, in the order of [`Action`].
    fn valid(&self) -> [bool; 5] {
        let (front, second) = (self.buffer(0), self.buffer(1));
        let stacked = !self.stack.is_empty();
        let front_starts = front.is_some_and(|at| self.starts[at as usize]);
        let unshiftable = front.is_some_and(|at| self.unshiftable[at as usize]);
        let shift = front.is_some() && (!stacked || (second.is_some() && !front_starts && !unshiftable));
        let arc = stacked && front.is_some() && !front_starts;
        let breaks = match (front, second) {
            (Some(front), Some(second)) => second == front + 1 && !self.starts[second as usize],
            _ => false,
        };
        [shift, stacked, arc, arc, breaks]
    }

    fn push(&mut self) {
        match self.returned.pop() {
            Some(at) => self.stack.push(at),
            None if self.next < self.count => {
                self.stack.push(self.next);
                self.next += 1;
            }
            None => {}
        }
    }

    fn attach(&mut self, head: u32, child: u32, label: Label) {
        if self.heads[child as usize] != NONE {
            self.detach(child);
        }
        let sides = if head > child { &mut self.left } else { &mut self.right };
        let side = &mut sides[head as usize];
        self.earlier[child as usize] = side.latest;
        self.later[child as usize] = NONE;
        if side.latest != NONE {
            self.later[side.latest as usize] = child;
        }
        side.latest = child;
        self.heads[child as usize] = head;
        self.labels[child as usize] = label;
    }

    fn detach(&mut self, child: u32) {
        let head = self.heads[child as usize];
        let (earlier, later) = (self.earlier[child as usize], self.later[child as usize]);
        if earlier != NONE {
            self.later[earlier as usize] = later;
        }
        if later != NONE {
            self.earlier[later as usize] = earlier;
        } else {
            let sides = if head > child { &mut self.left } else { &mut self.right };
            sides[head as usize].latest = earlier;
        }
    }

    fn make(&mut self, action: Action, label: Label) {
        match (action, self.buffer(0), self.stacked(0)) {
            (Action::Shift, ..) => self.push(),
            (Action::Reduce, _, Some(top)) => {
                self.stack.pop();
                if self.heads[top as usize] == NONE && !self.stack.is_empty() {
                    self.unshiftable[top as usize] = true;
                    self.returned.push(top);
                }
            }
            (Action::Left, Some(front), Some(top)) => {
                self.attach(front, top, label);
                self.unshiftable[front as usize] = false;
                self.stack.pop();
            }
            (Action::Right, Some(front), Some(top)) => {
                self.attach(top, front, label);
                self.push();
            }
            (Action::Break, ..) => {
                if let Some(second) = self.buffer(1) {
                    self.starts[second as usize] = true;
                }
            }
            // The other cases are not valid moves.
            _ => {}
        }
    }
}

/// Gives words with a label such as `prep||dobj` their true head: the first word below the present head, level by level
/// in order of the text, whose relation is the second part. Without one the head stays.
fn send_home(heads: &mut [u32], labels: &mut [Label], is_space: &[bool]) {
    if labels.iter().all(|label| label.elsewhere.is_none()) {
        return;
    }
    let mut children: Vec<Vec<u32>> = vec![Vec::new(); heads.len()];
    for (at, &head) in heads.iter().enumerate().filter(|(at, head)| *at != **head as usize) {
        children[head as usize].push(at as u32);
    }
    for at in 0..heads.len() {
        let Some(wanted) = labels[at].elsewhere else { continue };
        let is_wanted = |child: u32| labels[child as usize] == Label { dep: wanted, elsewhere: None };
        let mut level = vec![heads[at]];
        let mut home = None;
        while !level.is_empty() && home.is_none() {
            let mut below = Vec::new();
            for &child in level.iter().flat_map(|&head| &children[head as usize]) {
                if is_space[child as usize] || child as usize == at {
                    continue;
                }
                if is_wanted(child) {
                    home = Some(child);
                    break;
                }
                below.push(child);
            }
            level = below;
        }
        if let Some(home) = home {
            let child = at as u32;
            children[heads[at] as usize].retain(|&other| other != child);
            let siblings = &mut children[home as usize];
            siblings.insert(siblings.partition_point(|&other| other < child), child);
            heads[at] = home;
        }
        labels[at].elsewhere = None;
    }
}

/// A sentence starts at the left edge of each root's subtree. Edges are widened forwards and backwards until no head
/// lies outside its sentence, at most so many times.
fn sentence_starts(heads: &[u32]) -> Vec<bool> {
    const ROUNDS: usize = 12;
    let count = heads.len();
    let mut left: Vec<u32> = (0..count as u32).collect();
    let mut starts = vec![false; count];
    for _ in 0..ROUNDS {
        for at in (0..count).chain((0..count).rev()) {
            let head = heads[at] as usize;
            left[head] = left[head].min(left[at]);
        }
        starts.fill(false);
        for at in (0..count).filter(|&at| heads[at] as usize == at) {
            starts[left[at] as usize] = true;
        }
        if heads_stay_inside(heads, &starts) {
            break;
        }
    }
    starts
}

/// True when no head lies before its sentence or behind the first token of the next, as the model's training asked it.
fn heads_stay_inside(heads: &[u32], starts: &[bool]) -> bool {
    let mut from = 0;
    for at in 0..heads.len() {
        if at > 0 && starts[at] || at + 1 == heads.len() {
            if heads[from..at].iter().any(|&head| (head as usize) < from || head as usize > at) {
                return false;
            }
            from = at;
        }
    }
    true
}
