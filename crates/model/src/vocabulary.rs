//! The closed lists a claim's fields draw from: the public vocabulary, with the names it has in exports.
//! Labels and meanings for people are data (`data/vocabulary/`); `lexicon` checks that list against this one.

/// Declares a closed list: an enum, its words in exports, and the way back.
macro_rules! closed_list {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant,)+ }

        impl $name {
            /// Every value, in the order of the vocabulary.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// The word for it in data files and exports.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word,)+ }
            }

            /// The value a word stands for; `None` when the list has no such word.
            pub fn parse(word: &str) -> Option<$name> {
                match word { $($word => Some($name::$variant),)+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}

closed_list! {
    /// What sort of thing a claim asserts.
    Kind {
        /// Something that happens at a time.
        Event = "event",
        /// Something that stands over a span of time.
        Relation = "relation",
        /// What somebody makes of it.
        Assessment = "assessment",
    }
}

closed_list! {
    /// The type of a claim. `data/vocabulary/claim_types.tsv` says what each one means.
    ClaimType {
        /// Armed clash between two sides.
        Fight = "fight",
        /// Attack from afar.
        Strike = "strike",
        /// Other violence against people or property.
        Attack = "attack",
        /// People killed or wounded, as an outcome.
        Casualties = "casualties",
        /// A place, road or position is taken.
        Capture = "capture",
        /// Encircling, surrounding, cutting off; lifted when negative.
        Besiege = "besiege",
        /// Forces or equipment sent or stationed.
        Deploy = "deploy",
        /// Forces pull out.
        Withdraw = "withdraw",
        /// Arms, money or goods moved to a party.
        Supply = "supply",
        /// A bridge, road, building or town destroyed.
        Destroy = "destroy",
        /// Arrest, capture of persons, hostage taking.
        Detain = "detain",
        /// People flee or are moved; return when negative.
        Displace = "displace",
        /// Meeting, visit, call, talks.
        Meet = "meet",
        /// Ceasefire, deal, treaty concluded.
        Agree = "agree",
        /// Leaving or breaking an agreement.
        Quit = "quit",
        /// Declines, rejects.
        Refuse = "refuse",
        /// Asks or orders another party to act.
        Demand = "demand",
        /// Warns of or vows force.
        Threaten = "threaten",
        /// Blames, criticises, condemns, suspects.
        Accuse = "accuse",
        /// Declares or gives political or air support.
        Support = "support",
        /// Raises, trains or forms fighters.
        Recruit = "recruit",
        /// A named person is seen at or visits a place.
        Appear = "appear",
        /// Inquiry.
        Investigate = "investigate",
        /// Demonstration, parade, march, rally.
        Protest = "protest",
        /// Economic or diplomatic penalty.
        Sanction = "sanction",
        /// Money pledged, spent or received.
        Pay = "pay",
        /// A party releases a report, photo or recording.
        Publish = "publish",
        /// A person commands or heads an organisation.
        Leads = "leads",
        /// A unit is a branch of another.
        PartOf = "part_of",
        /// A person belongs to an organisation.
        MemberOf = "member_of",
        /// A sponsor supports, arms or directs a client.
        Backs = "backs",
        /// Fight or act on the same side.
        AlliedWith = "allied_with",
        /// Are enemies.
        Opposes = "opposes",
        /// Holds or dominates a place.
        Controls = "controls",
        /// Has forces, bases or people in a place.
        PresentIn = "present_in",
        /// A place lies in or near a place.
        LocatedIn = "located_in",
        /// A place or route matters to a party.
        ImportantTo = "important_to",
        /// A is explained by B.
        Cause = "cause",
        /// A party wants, aims, hopes, seeks.
        Intent = "intent",
        /// Something will, may or will not happen.
        Forecast = "forecast",
        /// An evaluation.
        Judgement = "judgement",
    }
}

impl ClaimType {
    /// The kind every claim of this type has.
    pub fn kind(self) -> Kind {
        use ClaimType::*;
        match self {
            Leads | PartOf | MemberOf | Backs | AlliedWith | Opposes | Controls | PresentIn | LocatedIn
            | ImportantTo => Kind::Relation,
            Cause | Intent | Forecast | Judgement => Kind::Assessment,
            _ => Kind::Event,
        }
    }
}

closed_list! {
    /// How sure the text makes a claim.
    Modality {
        /// Stated plainly.
        Fact = "fact",
        /// Reported with distance: reportedly, claims, unverified.
        Claimed = "claimed",
        /// May, might, suggests.
        Possible = "possible",
        /// Is to, intends, vowed.
        Planned = "planned",
        /// Will happen, in the writer's judgement.
        Forecast = "forecast",
        /// If …
        Conditional = "conditional",
    }
}

closed_list! {
    /// Whether the text says that it is or that it is not.
    Polarity {
        /// It is so.
        Positive = "positive",
        /// It did not or does not happen.
        Negative = "negative",
    }
}

closed_list! {
    /// Where a source stands to what it says.
    Stance {
        /// Says it is so.
        Asserts = "asserts",
        /// Says it is not so.
        Denies = "denies",
        /// Doubts it.
        Doubts = "doubts",
    }
}

closed_list! {
    /// What sort of source a link of an attribution chain is.
    SourceKind {
        /// A newspaper, agency, broadcaster or site.
        Outlet = "outlet",
        /// A state's office or an official known by role.
        Official = "official",
        /// A named person.
        Person = "person",
        /// A group, party or body.
        Organisation = "organisation",
        /// Unnamed: "sources", "observers".
        Anonymous = "anonymous",
        /// A platform or its posts.
        SocialMedia = "social_media",
        /// A written report or statement.
        Document = "document",
        /// A photo, film or tape.
        Recording = "recording",
    }
}

closed_list! {
    /// What a quantity counts.
    QuantityKind {
        /// People killed.
        Killed = "killed",
        /// People wounded.
        Wounded = "wounded",
        /// Fighters, troops, advisers.
        Fighters = "fighters",
        /// People displaced.
        Displaced = "displaced",
        /// Inhabitants.
        Population = "population",
        /// Vehicles, aircraft, ships.
        Vehicles = "vehicles",
        /// Money, in the currency its words name.
        Money = "money",
        /// Bases, positions, villages, buildings.
        Sites = "sites",
        /// Any other count of people.
        Persons = "persons",
    }
}

closed_list! {
    /// What a dispute is about.
    DisputeKind {
        /// How many.
        Number = "number",
        /// When.
        Date = "date",
        /// Where.
        Place = "place",
        /// Who did it.
        Responsibility = "responsibility",
        /// Whether it happened.
        Happened = "happened",
        /// Who holds a place.
        Control = "control",
        /// What was announced against what is seen.
        AnnouncedVsObserved = "announced_vs_observed",
        /// Who stands with whom, or how far a thing goes.
        Degree = "degree",
    }
}

closed_list! {
    /// How hard the sides of a dispute clash.
    Strength {
        /// Not all can be true.
        Contradiction = "contradiction",
        /// All can be true, but hardly are.
        Tension = "tension",
    }
}

closed_list! {
    /// Where an origin stands to what it tells.
    Stand {
        /// It is among those who do it, or belongs to them.
        Doer = "doer",
        /// It is among those to whom it is done, or belongs to them.
        Sufferer = "sufferer",
        /// It backs one side, or is allied with it.
        Ally = "ally",
        /// It is on no side, as far as the record tells.
        Third = "third",
        /// Nobody is named.
        Unknown = "unknown",
    }
}

closed_list! {
    /// How well an event is attested: a proposal, which people grant.
    Grade {
        /// One of those who do it says so.
        Confirmed = "confirmed",
        /// Two or more origins that are certainly independent say so.
        Fair = "fair",
        /// One origin says so.
        Weak = "weak",
        /// Who did it, or whether it happened, is in dispute.
        Contested = "contested",
        /// Nobody says so but to deny it.
        Denied = "denied",
    }
}

closed_list! {
    /// How a figure stands to the other figures of its toll.
    FigureStand {
        /// It counts the whole toll.
        Whole = "whole",
        /// It adds to a figure told before: "five more".
        More = "more",
        /// The same origin gave another figure later.
        Revised = "revised",
        /// Its source denies or doubts it.
        Denied = "denied",
    }
}

closed_list! {
    /// What became of a forecast.
    Outcome {
        /// A later claim tells that it happened.
        CameTrue = "came_true",
        /// A later claim tells that it did not, or the opposite.
        DidNot = "did_not",
        /// The record tells neither.
        Open = "open",
    }
}
closed_list! {
    /// By what it is known that a document has a claim from another.
    Passage {
        /// The words of the one stand in the other.
        Copy = "copy",
        /// The later one says that it passes on the report of the earlier one's outlet.
        Carries = "carries",
        /// The later one names the outlet of the earlier one.
        Cites = "cites",
        /// The sentence of the later one is written from that of the earlier one, or both from a third.
        Rewords = "rewords",
        /// Both write the same names wrong in the same way: the one was written from the other, or both from a third.
        Misspells = "misspells",
        /// Both name the same source, on different days.
        SameSource = "same_source",
    }
}

closed_list! {
    /// What became of a claim that was passed on.
    Turn {
        /// Told with distance or as possible before, plainly now.
        DoubtDropped = "doubt_dropped",
        /// Told plainly before, with distance or as possible now.
        DoubtAdded = "doubt_added",
        /// Denied or doubted before, told as it is now.
        DenialDropped = "denial_dropped",
        /// Who said so is told no more.
        SourceDropped = "source_dropped",
        /// Another figure for the same thing.
        FigureChanged = "figure_changed",
        /// A figure where none was.
        FigureAdded = "figure_added",
        /// No figure where one was.
        FigureDropped = "figure_dropped",
    }
}
