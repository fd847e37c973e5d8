//! How near are clusters of mentions to those that people made?
//!
//! MUC counts links, B³ looks at each mention's own cluster, CEAF (with entity similarity φ4) pairs clusters best; their mean F1 is
//! the CoNLL score. Clusters `{a, b}, {c}` against `{a}, {b, c}`: MUC 0, B³ two thirds. Mentions that only one side has
//! count against it.

use std::collections::{BTreeMap, BTreeSet};

/// Clusters of mentions, each named by any text.
pub type Clusters = Vec<BTreeSet<String>>;

/// Precision and recall in parts of one.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Pair {
    /// Of what was found.
    pub precision: f64,
    /// Of what was marked.
    pub recall: f64,
}

impl Pair {
    /// Harmonic mean; 0 when both are.
    pub fn f1(self) -> f64 {
        let sum = self.precision + self.recall;
        if sum > 0.0 { 2.0 * self.precision * self.recall / sum } else { 0.0 }
    }
}

fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

/// The cluster of each mention.
fn homes(clusters: &Clusters) -> BTreeMap<&str, usize> {
    clusters.iter().enumerate().flat_map(|(at, cluster)| cluster.iter().map(move |m| (m.as_str(), at))).collect()
}

/// Links that a clustering keeps: of each cluster the parts that the other side cuts it into.
pub fn muc(found: &Clusters, marked: &Clusters) -> Pair {
    let kept = |these: &Clusters, those: &Clusters| {
        let homes = homes(those);
        let (mut right, mut all) = (0, 0);
        for cluster in these {
            let alone = cluster.iter().filter(|m| !homes.contains_key(m.as_str())).count();
            let parts: BTreeSet<usize> = cluster.iter().filter_map(|m| homes.get(m.as_str()).copied()).collect();
            right += cluster.len() - parts.len() - alone;
            all += cluster.len() - 1;
        }
        share(right as f64, all as f64)
    };
    Pair { precision: kept(found, marked), recall: kept(marked, found) }
}

/// Of each mention's cluster the share that the other side has with it.
pub fn b_cubed(found: &Clusters, marked: &Clusters) -> Pair {
    let mean = |these: &Clusters, those: &Clusters| {
        let homes = homes(those);
        let (mut sum, mut all) = (0.0, 0);
        for cluster in these {
            for mention in cluster {
                all += 1;
                let Some(&other) = homes.get(mention.as_str()) else { continue };
                sum += cluster.intersection(&those[other]).count() as f64 / cluster.len() as f64;
            }
        }
        share(sum, all as f64)
    };
    Pair { precision: mean(found, marked), recall: mean(marked, found) }
}

/// The best pairing of clusters, each pair weighed by twice its shared mentions over all its mentions.
pub fn ceaf(found: &Clusters, marked: &Clusters) -> Pair {
    let homes = homes(marked);
    // Only clusters that share a mention can be paired: the pairing falls into small parts.
    let mut weights: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for (at, cluster) in found.iter().enumerate() {
        for mention in cluster {
            if let Some(&other) = homes.get(mention.as_str()) {
                let shared = cluster.intersection(&marked[other]).count() as f64;
                weights.insert((at, other), 2.0 * shared / (cluster.len() + marked[other].len()) as f64);
            }
        }
    }
    let best = best_pairing(&weights);
    Pair { precision: share(best, found.len() as f64), recall: share(best, marked.len() as f64) }
}

/// The mean of the three.
pub fn conll(found: &Clusters, marked: &Clusters) -> f64 {
    (muc(found, marked).f1() + b_cubed(found, marked).f1() + ceaf(found, marked).f1()) / 3.0
}

/// The greatest sum of weights of pairs of which no two share an end, by paths that add (Kuhn and Munkres), part by part.
fn best_pairing(weights: &BTreeMap<(usize, usize), f64>) -> f64 {
    let mut left: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut right: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for &(x, y) in weights.keys() {
        left.entry(x).or_default().push(y);
        right.entry(y).or_default().push(x);
    }
    let mut seen: BTreeSet<usize> = BTreeSet::new();
    let mut sum = 0.0;
    for &start in left.keys() {
        if seen.contains(&start) {
            continue;
        }
        let (mut xs, mut ys, mut open) = (BTreeSet::new(), BTreeSet::new(), vec![start]);
        while let Some(x) = open.pop() {
            if !xs.insert(x) {
                continue;
            }
            for &y in &left[&x] {
                if ys.insert(y) {
                    open.extend(&right[&y]);
                }
            }
        }
        seen.extend(&xs);
        let (xs, ys): (Vec<usize>, Vec<usize>) = (xs.into_iter().collect(), ys.into_iter().collect());
        sum += assigned(&xs, &ys, weights);
    }
    sum
}

/// The Hungarian method on one part, with zero for pairs that are none.
fn assigned(xs: &[usize], ys: &[usize], weights: &BTreeMap<(usize, usize), f64>) -> f64 {
    let n = xs.len().max(ys.len());
    let weight = |i: usize, j: usize| match (xs.get(i), ys.get(j)) {
        (Some(&x), Some(&y)) => weights.get(&(x, y)).copied().unwrap_or_default(),
        _ => 0.0,
    };
    let (mut u, mut v) = (vec![0.0; n + 1], vec![0.0; n + 1]);
    let (mut mate, mut way) = (vec![0usize; n + 1], vec![0usize; n + 1]);
    for i in 1..=n {
        mate[0] = i;
        let mut at = 0;
        let mut least = vec![f64::INFINITY; n + 1];
        let mut used = vec![false; n + 1];
        loop {
            used[at] = true;
            let row = mate[at];
            let (mut delta, mut next) = (f64::INFINITY, 0);
            for j in 1..=n {
                if used[j] {
                    continue;
                }
                let cost = -weight(row - 1, j - 1) - u[row] - v[j];
                if cost < least[j] {
                    (least[j], way[j]) = (cost, at);
                }
                if least[j] < delta {
                    (delta, next) = (least[j], j);
                }
            }
            for j in 0..=n {
                if used[j] {
                    u[mate[j]] += delta;
                    v[j] -= delta;
                } else {
                    least[j] -= delta;
                }
            }
            at = next;
            if mate[at] == 0 {
                break;
            }
        }
        while at != 0 {
            let before = way[at];
            mate[at] = mate[before];
            at = before;
        }
    }
    (1..=n).map(|j| weight(mate[j] - 1, j - 1)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clusters(text: &str) -> Clusters {
        text.split('|').map(|cluster| cluster.split_whitespace().map(str::to_string).collect()).collect()
    }

    #[test]
    fn the_same_clusters_are_all_right() {
        let all = clusters("a b | c | d e f");
        for of in [muc, b_cubed, ceaf] {
            assert_eq!(of(&all, &all), Pair { precision: 1.0, recall: 1.0 });
        }
        assert_eq!(conll(&all, &all), 1.0);
    }

    #[test]
    fn each_measure_counts_what_it_says() {
        // The example of the CoNLL scorer's authors: key {a b c} {d e f g}, response {a b} {c d} {f g h i}.
        let (key, response) = (clusters("a b c | d e f g"), clusters("a b | c d | f g h i"));
        let near = |x: f64, y: f64| assert!((x - y).abs() < 0.001, "{x} is not {y}");
        let (m, b, c) = (muc(&response, &key), b_cubed(&response, &key), ceaf(&response, &key));
        near(m.precision, 0.4);
        near(m.recall, 0.4);
        near(b.precision, 0.5);
        near(b.recall, 0.4167);
        near(c.precision, 0.4333);
        near(c.recall, 0.65);
    }

    #[test]
    fn clusters_are_paired_best_first_though_not_each_with_its_best() {
        // Taking the best pair first (0.8) leaves 0; the best sum is 0.7 + 0.6.
        let weights = BTreeMap::from([((0, 0), 0.8), ((0, 1), 0.7), ((1, 0), 0.6)]);
        assert!((best_pairing(&weights) - 1.3).abs() < 1e-9);
    }
}
