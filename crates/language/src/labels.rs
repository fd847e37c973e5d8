//! Which labels can a word have? The closed lists of the English model, each under its usual name.

/// Declares a closed list of labels with the words that the model's files and the parity records use.
macro_rules! labels {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $word:literal $means:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $(#[doc = $means] $variant,)+ }

        impl $name {
            /// Every label.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// The label as the model's files write it.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word,)+ }
            }

            /// What it means, for people.
            pub fn meaning(self) -> &'static str {
                match self { $($name::$variant => $means,)+ }
            }

            /// The label a word stands for.
            pub fn parse(word: &str) -> Option<$name> {
                match word { $($word => Some($name::$variant),)+ _ => None }
            }
        }
    };
}

labels! {
    /// Fine part-of-speech tags (Penn Treebank, as OntoNotes uses them).
    Tag {
        Dollar = "$" "currency sign",
        CloseQuote = "''" "closing quotation mark",
        Comma = "," "comma",
        OpenBracket = "-LRB-" "opening bracket",
        CloseBracket = "-RRB-" "closing bracket",
        Stop = "." "end of a sentence",
        Colon = ":" "colon, dash or ellipsis",
        Add = "ADD" "electronic address",
        Afx = "AFX" "affix",
        Cc = "CC" "coordinating conjunction",
        Cd = "CD" "number",
        Dt = "DT" "determiner",
        Ex = "EX" "existential there",
        Fw = "FW" "foreign word",
        Hyph = "HYPH" "hyphen",
        In = "IN" "preposition or subordinating conjunction",
        Jj = "JJ" "adjective",
        Jjr = "JJR" "comparative adjective",
        Jjs = "JJS" "superlative adjective",
        Ls = "LS" "list mark",
        Md = "MD" "modal verb",
        Nfp = "NFP" "superfluous punctuation",
        Nn = "NN" "noun, singular or mass",
        Nnp = "NNP" "proper noun, singular",
        Nnps = "NNPS" "proper noun, plural",
        Nns = "NNS" "noun, plural",
        Pdt = "PDT" "predeterminer",
        Pos = "POS" "possessive ending",
        Prp = "PRP" "personal pronoun",
        PrpPoss = "PRP$" "possessive pronoun",
        Rb = "RB" "adverb",
        Rbr = "RBR" "comparative adverb",
        Rbs = "RBS" "superlative adverb",
        Rp = "RP" "particle",
        Sym = "SYM" "symbol",
        To = "TO" "infinitive to",
        Uh = "UH" "interjection",
        Vb = "VB" "verb, base form",
        Vbd = "VBD" "verb, past tense",
        Vbg = "VBG" "verb, -ing form",
        Vbn = "VBN" "verb, past participle",
        Vbp = "VBP" "verb, present, not third person singular",
        Vbz = "VBZ" "verb, present, third person singular",
        Wdt = "WDT" "wh-determiner",
        Wp = "WP" "wh-pronoun",
        WpPoss = "WP$" "possessive wh-pronoun",
        Wrb = "WRB" "wh-adverb",
        Xx = "XX" "unknown",
        Space = "_SP" "white space",
        OpenQuote = "``" "opening quotation mark",
    }
}

labels! {
    /// Coarse parts of speech (Universal Dependencies).
    Pos {
        None = "" "not told",
        Adj = "ADJ" "adjective",
        Adp = "ADP" "adposition",
        Adv = "ADV" "adverb",
        Aux = "AUX" "auxiliary",
        Cconj = "CCONJ" "coordinating conjunction",
        Det = "DET" "determiner",
        Intj = "INTJ" "interjection",
        Noun = "NOUN" "noun",
        Num = "NUM" "numeral",
        Part = "PART" "particle",
        Pron = "PRON" "pronoun",
        Propn = "PROPN" "proper noun",
        Punct = "PUNCT" "punctuation",
        Sconj = "SCONJ" "subordinating conjunction",
        Space = "SPACE" "white space",
        Sym = "SYM" "symbol",
        Verb = "VERB" "verb",
        X = "X" "other",
    }
}

labels! {
    /// Relations of a word to its head (ClearNLP dependency labels).
    Dep {
        Root = "ROOT" "root of the sentence",
        Acl = "acl" "clause that modifies a noun",
        Acomp = "acomp" "adjective as complement",
        Advcl = "advcl" "adverbial clause",
        Advmod = "advmod" "adverb",
        Agent = "agent" "by, before the agent of a passive",
        Amod = "amod" "adjective that modifies a noun",
        Appos = "appos" "apposition",
        Attr = "attr" "attribute after a copula",
        Aux = "aux" "auxiliary",
        Auxpass = "auxpass" "auxiliary of a passive",
        Case = "case" "case marker",
        Cc = "cc" "coordinating conjunction",
        Ccomp = "ccomp" "clause as complement",
        Compound = "compound" "compound",
        Conj = "conj" "conjunct",
        Csubj = "csubj" "clause as subject",
        Csubjpass = "csubjpass" "clause as subject of a passive",
        Dative = "dative" "indirect object",
        Dep = "dep" "not told",
        Det = "det" "determiner",
        Dobj = "dobj" "direct object",
        Expl = "expl" "expletive",
        Intj = "intj" "interjection",
        Mark = "mark" "marker of a clause",
        Meta = "meta" "meta modifier",
        Neg = "neg" "negation",
        Nmod = "nmod" "noun that modifies",
        Npadvmod = "npadvmod" "noun phrase as adverb",
        Nsubj = "nsubj" "subject",
        Nsubjpass = "nsubjpass" "subject of a passive",
        Nummod = "nummod" "number that modifies",
        Oprd = "oprd" "object predicate",
        Parataxis = "parataxis" "clause set beside",
        Pcomp = "pcomp" "clause after a preposition",
        Pobj = "pobj" "object of a preposition",
        Poss = "poss" "possessor",
        Preconj = "preconj" "conjunction in front: both, either",
        Predet = "predet" "predeterminer",
        Prep = "prep" "preposition",
        Prt = "prt" "particle of a verb",
        Punct = "punct" "punctuation",
        Quantmod = "quantmod" "modifier of a number",
        Relcl = "relcl" "relative clause",
        Xcomp = "xcomp" "clause without a subject of its own",
    }
}

labels! {
    /// What a name is the name of (OntoNotes).
    NameLabel {
        Cardinal = "CARDINAL" "number",
        Date = "DATE" "day or period",
        Event = "EVENT" "named event",
        Fac = "FAC" "building, airport, road, bridge",
        Gpe = "GPE" "country, city, state",
        Language = "LANGUAGE" "language",
        Law = "LAW" "law or treaty",
        Loc = "LOC" "other location",
        Money = "MONEY" "amount of money",
        Norp = "NORP" "nationality, religion or political group",
        Ordinal = "ORDINAL" "ordinal number",
        Org = "ORG" "organisation",
        Percent = "PERCENT" "percentage",
        Person = "PERSON" "person",
        Product = "PRODUCT" "product, vehicle, weapon",
        Quantity = "QUANTITY" "measure",
        Time = "TIME" "time of day",
        WorkOfArt = "WORK_OF_ART" "title of a work",
    }
}
