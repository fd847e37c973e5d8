//! The reports. Every name in them is invented.

use super::HOSTILE;
use super::sheet::Sheet;
use jiff::civil::{Date, date};
use model::AsideReason::*;
use model::EntityKind::{Group, Organisation, Person, State};
use model::PlaceClass::{Region, Settlement};
use model::{ClaimType, Format, Modality, PartRole, QuantityKind, SourceKind, Stance};

const AMBUSH: Date = date(2031, 3, 4);

/// All of them, the first four about one ambush.
pub fn all() -> Vec<Sheet> {
    vec![courier(), agency(), copy(), statement(), analysis(), two_articles(), hostile(), tags_only()]
}

fn courier() -> Sheet {
    Sheet::new("2031/courier.txt", Format::Text)
        .aside(Navigation, "Home  News  Lakes  Opinion  Sport")
        .aside(Offer, "Read the Courier for three months at the price of one.")
        .article(Some("Ostrel Courier"), Some(date(2031, 3, 6)), Some("Ada Lind"))
        .url("https://courier.example/2031/lindow")
        .headline("Convoy ambushed on the Lindow road; the front denies it")
        .paragraph(
            "At least five soldiers of the Northern Guard were killed on Tuesday when gunmen ambushed a supply convoy on the \
             road to Lindow, a source close to the guard told the Harbour Agency. The source added that two trucks were \
             destroyed and that the drivers may have been taken prisoner.",
        )
        .claim(ClaimType::Casualties, "At least five soldiers of the Northern Guard were killed on Tuesday", "killed", |c| {
            c.target("soldiers of the Northern Guard", "soldiers of the Northern Guard", Group)
                .place("Lindow", "Lindow", Settlement)
                .time("Tuesday", AMBUSH, AMBUSH)
                .count(QuantityKind::Killed, "At least five", Some(5.0), None)
                .says("told", SourceKind::Outlet, Some(("the Harbour Agency", "Harbour Agency")), Stance::Asserts)
                .says("told", SourceKind::Anonymous, Some(("a source close to the guard", "a source close to the guard")), Stance::Asserts)
        })
        .claim(ClaimType::Attack, "gunmen ambushed a supply convoy on the road to Lindow", "ambushed", |c| {
            c.actor("gunmen", "gunmen", Group)
                .target("a supply convoy", "supply convoy", Group)
                .place("Lindow", "Lindow", Settlement)
                .time("Tuesday", AMBUSH, AMBUSH)
                .says("told", SourceKind::Outlet, Some(("the Harbour Agency", "Harbour Agency")), Stance::Asserts)
                .says("told", SourceKind::Anonymous, Some(("a source close to the guard", "a source close to the guard")), Stance::Asserts)
        })
        .claim(ClaimType::Destroy, "two trucks were destroyed", "destroyed", |c| {
            c.target("two trucks", "two trucks", Group)
                .count(QuantityKind::Vehicles, "two", Some(2.0), Some(2.0))
                .says("told", SourceKind::Outlet, Some(("the Harbour Agency", "Harbour Agency")), Stance::Asserts)
                .says("added", SourceKind::Anonymous, Some(("The source", "a source close to the guard")), Stance::Asserts)
        })
        .claim(ClaimType::Detain, "the drivers may have been taken prisoner", "taken prisoner", |c| {
            c.target("the drivers", "drivers", Group)
                .sure(Modality::Possible, Some("may"))
                .says("added", SourceKind::Anonymous, Some(("The source", "a source close to the guard")), Stance::Asserts)
        })
        .paragraph(
            "The Kestrin Front, which is backed by Ostrel and has held the hills above the road since January, denied that its \
             fighters had attacked the convoy. Its spokesman, Tomas Veil, said the front “does not fight on market days”.",
        )
        .claim(ClaimType::Backs, "The Kestrin Front, which is backed by Ostrel", "backed", |c| {
            c.actor("Ostrel", "Ostrel", State).target("The Kestrin Front", "Kestrin Front", Organisation).rule("relation/participle")
        })
        .claim(ClaimType::Controls, "has held the hills above the road since January", "held", |c| {
            c.actor("The Kestrin Front", "Kestrin Front", Organisation)
                .place("the hills above the road", "hills above the Lindow road", Region)
                .time("since January", date(2031, 1, 1), date(2031, 3, 6))
                .rule("relation/verb")
        })
        .claim(ClaimType::Attack, "its fighters had attacked the convoy", "attacked", |c| {
            c.actor("its fighters", "Kestrin Front", Organisation)
                .target("the convoy", "supply convoy", Group)
                .sure(Modality::Claimed, None)
                .says("denied", SourceKind::Organisation, Some(("The Kestrin Front", "Kestrin Front")), Stance::Denies)
        })
        .claim(ClaimType::Leads, "Its spokesman, Tomas Veil", "spokesman", |c| {
            c.actor("Tomas Veil", "Tomas Veil", Person).target("Its", "Kestrin Front", Organisation).rule("relation/title")
        })
        .part(PartRole::Caption, "A burnt truck on the Lindow road.")
        .part(PartRole::Heading, "What the road is worth")
        .paragraph(
            "Observers doubt that the guard can keep the road open. If it closes, Lindow will run out of flour within two weeks, \
             the mayor warned. Between 400 and 800 fighters are reportedly stationed in the town.",
        )
        .claim(ClaimType::Judgement, "the guard can keep the road open", "can keep", |c| {
            c.actor("the guard", "Northern Guard", Organisation)
                .sure(Modality::Possible, Some("can"))
                .says("doubt", SourceKind::Anonymous, Some(("Observers", "observers")), Stance::Doubts)
                .rule("assessment/verb")
        })
        .claim(ClaimType::Forecast, "If it closes, Lindow will run out of flour within two weeks", "will run out", |c| {
            c.actor("Lindow", "Lindow", Group)
                .some_time("within two weeks")
                .sure(Modality::Conditional, Some("If"))
                .says("warned", SourceKind::Official, Some(("the mayor", "mayor of Lindow")), Stance::Asserts)
                .rule("assessment/condition")
        })
        .claim(ClaimType::PresentIn, "Between 400 and 800 fighters are reportedly stationed in the town", "stationed", |c| {
            c.actor("fighters", "fighters", Group)
                .place("the town", "Lindow", Settlement)
                .count(QuantityKind::Fighters, "Between 400 and 800", Some(400.0), Some(800.0))
                .sure(Modality::Claimed, Some("reportedly"))
                .says("reportedly", SourceKind::Anonymous, None, Stance::Asserts)
                .rule("relation/verb")
        })
        .part(PartRole::ListItem, "3 January: the front takes the hills.")
        .claim(ClaimType::Capture, "3 January: the front takes the hills.", "takes", |c| {
            c.actor("the front", "Kestrin Front", Organisation)
                .place("the hills", "hills above the Lindow road", Region)
                .time("3 January", date(2031, 1, 3), date(2031, 1, 3))
        })
        .part(PartRole::ListItem, "12 February: talks in Harrowgate end without a result.")
        .claim(ClaimType::Agree, "talks in Harrowgate end without a result", "end without", |c| {
            c.place("Harrowgate", "Harrowgate", Settlement).not("without").time("12 February", date(2031, 2, 12), date(2031, 2, 12))
        })
        .paragraph("In Lindow itself the market was open on Wednesday, and people bought what there was.")
        .aside(Tags, "Lindow, Northern Guard, Kestrin Front")
        .aside(Comment, "lakeman: nobody tells us anything\nmira77: my cousin was on that road")
        .problem("charset/replaced", None, "expected UTF-8, found 2 other bytes: they are shown as �. Save the file as UTF-8 and read it again")
        .done()
}

const WIRE: &str =
    "Six soldiers were killed on Tuesday near Lindow, the Ministry of Defence of Velmark said on Wednesday.";

fn wire(sheet: Sheet, outlet: &str, day: Date) -> Sheet {
    sheet
        .article(Some(outlet), Some(day), None)
        .headline("Six soldiers killed near Lindow, ministry says")
        .paragraph(WIRE)
        .claim(ClaimType::Casualties, "Six soldiers were killed on Tuesday near Lindow", "killed", |c| {
            c.target("Six soldiers", "soldiers", Group)
                .place("Lindow", "Lindow", Settlement)
                .time("Tuesday", AMBUSH, AMBUSH)
                .count(QuantityKind::Killed, "Six", Some(6.0), Some(6.0))
                .says(
                    "said",
                    SourceKind::Official,
                    Some(("the Ministry of Defence of Velmark", "Ministry of Defence of Velmark")),
                    Stance::Asserts,
                )
        })
}

fn agency() -> Sheet {
    wire(Sheet::new("2031/harbour.html", Format::Html), "Harbour Agency", date(2031, 3, 5)).done()
}

fn copy() -> Sheet {
    wire(Sheet::new("2031/lakes-today.html", Format::Html), "Lakes Today", date(2031, 3, 5))
        .paragraph("Harbour Agency contributed to this report.")
        .done()
}

fn statement() -> Sheet {
    Sheet::new("2031/statement.md", Format::Markdown)
        .article(None, None, None)
        .paragraph(
            "No soldier was killed by our hand. The Kestrin Front declares that up to three soldiers of the guard died when their \
             own mine went off on the Lindow road.",
        )
        .claim(ClaimType::Casualties, "up to three soldiers of the guard died when their own mine went off on the Lindow road", "died", |c| {
            c.target("soldiers of the guard", "soldiers of the Northern Guard", Group)
                .place("Lindow", "Lindow", Settlement)
                .count(QuantityKind::Killed, "up to three", None, Some(3.0))
                .says("declares", SourceKind::Organisation, Some(("The Kestrin Front", "Kestrin Front")), Stance::Asserts)
        })
        .claim(ClaimType::Casualties, "No soldier was killed by our hand.", "killed", |c| {
            c.actor("our", "Kestrin Front", Organisation).target("soldier", "soldiers", Group).not("No")
        })
        .done()
}

fn analysis() -> Sheet {
    Sheet::new("analysis/lakes-in-three-scripts.txt", Format::Text)
        .article(Some("Institute for the Lakes"), Some(date(2031, 4, 1)), Some("Bo Stern"))
        .headline("Who speaks for the Kestrin Front?")
        .paragraph("The front wants the road for itself, and its radio says so every evening in four languages.")
        .claim(ClaimType::Intent, "The front wants the road for itself", "wants", |c| {
            c.actor("The front", "Kestrin Front", Organisation).rule("assessment/verb")
        })
        .paragraph("قالت الإذاعة إن الطريق إلى لندو ستبقى مغلقة حتى الربيع.")
        .claim(
            ClaimType::Forecast,
            "الطريق إلى لندو ستبقى مغلقة حتى الربيع",
            "ستبقى",
            |c| {
                c.place("لندو", "Lindow", Settlement).sure(Modality::Forecast, None).says(
                    "قالت",
                    SourceKind::Outlet,
                    Some(("الإذاعة", "Radio Kestrin")),
                    Stance::Asserts,
                )
            },
        )
        .paragraph("הרדיו אמר כי הדרך ללינדוב תישאר סגורה עד האביב.")
        .paragraph("По словам радио, дорога на Линдов останется закрытой до весны; так говорит и мэр.")
        .claim(
            ClaimType::Forecast,
            "дорога на Линдов останется закрытой до весны",
            "останется",
            |c| {
                c.place("Линдов", "Lindow", Settlement).sure(Modality::Forecast, None).says(
                    "По словам",
                    SourceKind::Outlet,
                    Some(("радио", "Radio Kestrin")),
                    Stance::Asserts,
                )
            },
        )
        .done()
}

fn two_articles() -> Sheet {
    Sheet::new("2031/page-of-two.txt", Format::Text)
        .article(Some("Velmark Post"), Some(date(2031, 2, 12)), Some("Ines Maar"))
        .headline("Talks end in Harrowgate")
        .paragraph("Delegations of Velmark and the Kestrin Front met in Harrowgate and parted without a deal.")
        .claim(ClaimType::Meet, "Delegations of Velmark and the Kestrin Front met in Harrowgate", "met", |c| {
            c.actor("Velmark", "Velmark", State).actor("the Kestrin Front", "Kestrin Front", Organisation).place(
                "Harrowgate",
                "Harrowgate",
                Settlement,
            )
        })
        .aside(Navigation, "Read also:")
        .article(Some("Velmark Post"), Some(date(2031, 2, 10)), None)
        .headline("Ostrel sends lorries to the front")
        .paragraph("Ostrel has sent forty lorries to the Kestrin Front, customs officers at Brae said.")
        .claim(ClaimType::Supply, "Ostrel has sent forty lorries to the Kestrin Front", "sent", |c| {
            c.actor("Ostrel", "Ostrel", State)
                .target("the Kestrin Front", "Kestrin Front", Organisation)
                .count(QuantityKind::Vehicles, "forty", Some(40.0), Some(40.0))
                .says(
                    "said",
                    SourceKind::Official,
                    Some(("customs officers at Brae", "customs officers at Brae")),
                    Stance::Asserts,
                )
        })
        .done()
}

fn hostile() -> Sheet {
    let said = format!("{HOSTILE} was shelled by the guard, the front said.");
    Sheet::new("hostile/</title><script>1</script>.html", Format::Html)
        .article(Some("<b>Bold Outlet</b>"), Some(date(2031, 3, 9)), Some("\"><svg onload=alert(1)>"))
        .url("javascript:document.title='owned'")
        .headline("</title><script>document.title='owned'</script> A headline that would run")
        .paragraph(&said)
        .claim(ClaimType::Strike, &said, "shelled", |c| {
            c.actor("the guard", "Northern Guard", Organisation)
                .target(HOSTILE, HOSTILE, Group)
                .says("said", SourceKind::Organisation, Some(("the front", "Kestrin Front")), Stance::Asserts)
        })
        .paragraph("The word \u{202E}dellik\u{202C} reads as another one where control characters are obeyed; =1+1 is no formula.")
        .claim(ClaimType::Judgement, "\u{202E}dellik\u{202C} reads as another one", "reads", |c| c.rule("assessment/verb"))
        .problem("html/script", Some("<script>"), "expected text, found a script: it is kept as text and never run")
        .done()
}

fn tags_only() -> Sheet {
    Sheet::new("2031/tags.txt", Format::Text).aside(Tags, "Lindow, Velmark, Ostrel").done()
}
