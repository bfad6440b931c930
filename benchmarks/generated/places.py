"""Where and about what: regions with their countries and people, and themes with their words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Region:
    """Neighbours, most talked about first (ISO codes), and the culture of their names."""

    name: str
    culture: str
    codes: str


#: Most talked about first.
REGIONS = (
    Region("North America", "anglo", "US CA MX"),
    Region("Levant", "arab", "IL PS SY LB JO IQ EG"),
    Region("Eastern Europe", "slavic", "RU UA PL BY MD LT LV EE"),
    Region("East Asia", "eastasian", "CN JP KR TW KP MN"),
    Region("Western Europe", "french", "FR GB DE BE NL CH LU IE"),
    Region("South Asia", "southasian", "IN PK AF BD LK NP MV BT"),
    Region("Gulf", "arab", "IR SA YE AE QA KW OM BH"),
    Region("Southern Europe", "southern", "TR IT GR RO HU AL RS XK BG CY"),
    Region("Southeast Asia", "seasian", "ID PH VN MM TH MY SG KH LA TL"),
    Region("South America", "latin", "BR VE AR CO CL PE BO EC PY UY"),
    Region("Central Asia", "persian", "KZ UZ AZ AM TJ KG TM"),
    Region("West Africa", "african", "NG ML GH SN NE BF CI GN SL LR"),
    Region("East Africa", "african", "ET SD KE SO SS UG TZ RW CD ER"),
    Region("Nordic countries", "nordic", "SE FI NO DK IS"),
    Region("Central Europe", "nordic", "AT CZ SK SI HR BA ME MK"),
    Region("Southern Africa", "african", "ZA ZW MZ ZM AO BW NA MG"),
    Region("Maghreb", "arab", "LY DZ MA TN MR"),
    Region("Caribbean", "latin", "CU HT DO NI GT HN SV PA JM"),
    Region("Oceania", "anglo", "AU NZ PG FJ SB VU WS"),
)

#: Those that are named in the news of every region, most often first.
POWERS = ("US", "RU", "CN", "GB", "FR", "IL", "UA", "IR", "DE", "IN", "TR", "SA", "JP")


@dataclass(frozen=True, slots=True)
class Theme:
    """What a field's news are about, whom it names, and which known bodies take part in it.

    `bodies` are known organizations of no country, most talked about first; `invented` makes names
    of others from a place: "{} Grain Cooperative".
    """

    name: str
    topics: tuple[str, ...]
    offices: tuple[str, ...]
    bodies: tuple[str, ...]
    invented: tuple[str, ...]
    ministry: str


THEMES = (
    Theme(
        "diplomacy",
        (
            "the border treaty", "the prisoner exchange", "the visa dispute", "the summit agenda",
            "the draft communique", "the ceasefire terms", "the transit corridor",
            "the recall of envoys", "the water-sharing accord", "the sanctions list",
        ),
        ("Foreign Minister", "Ambassador", "President", "Special Envoy", "Prime Minister"),
        ("United Nations", "European Union", "African Union", "Arab League", "Amnesty International"),
        (
            "{} Institute for Mediation", "{} Council on Neighbourhood Affairs",
            "{} Forum for Dialogue", "{} Society for Treaty Law", "{} Foundation for Reconciliation",
        ),
        "Foreign Ministry",
    ),
    Theme(
        "security",
        (
            "the night raids", "the missile order", "the joint exercise", "the naval patrols",
            "the drone attack", "the troop withdrawal", "the arms shipment", "the checkpoint closures",
            "the air defence plan", "the recruitment drive",
        ),
        ("Defence Minister", "General", "Colonel", "President", "Admiral"),
        ("NATO", "United Nations Security Council", "Islamic State", "Interpol", "Al-Qaeda"),
        (
            "{} Liberation Front", "{} Volunteer Brigade", "{} Defence Works Company",
            "{} Institute for Strategic Research", "{} Veterans Association",
        ),
        "Defence Ministry",
    ),
    Theme(
        "trade",
        (
            "the tariff schedule", "the grain deal", "the port concession", "the steel quota",
            "the shipping delays", "the customs reform", "the free-trade zone", "the debt repayment",
            "the export licences", "the exchange rate",
        ),
        ("Finance Minister", "Trade Minister", "Governor", "Chief Executive", "Commissioner"),
        (
            "World Trade Organization", "International Monetary Fund", "World Bank",
            "European Commission", "BRICS",
        ),
        (
            "{} Shipping Group", "{} Grain Cooperative", "{} Chamber of Merchants",
            "{} Dockworkers Union", "{} Investment Holdings",
        ),
        "Trade Ministry",
    ),
    Theme(
        "elections",
        (
            "the runoff date", "the recount", "the coalition talks", "the voter rolls",
            "the party list", "the constitutional amendment", "the televised debate",
            "the no-confidence motion", "the campaign accounts", "the early vote",
        ),
        ("President", "Prime Minister", "Senator", "Mayor", "Deputy Prime Minister"),
        (
            "European Parliament", "Organization for Security and Co-operation in Europe",
            "United Nations", "Transparency International", "Commonwealth of Nations",
        ),
        (
            "{} Democratic Alliance", "{} National Renewal Party", "{} Farmers Party",
            "{} Movement for Change", "{} Citizens Observatory",
        ),
        "Interior Ministry",
    ),
    Theme(
        "energy",
        (
            "the pipeline route", "the gas contract", "the reactor licence", "the oil embargo",
            "the power cuts", "the wind park", "the fuel subsidy", "the refinery fire",
            "the offshore survey", "the coal phase-out",
        ),
        ("Energy Minister", "Chief Executive", "President", "Secretary-General", "Governor"),
        (
            "OPEC", "International Atomic Energy Agency", "International Energy Agency", "Gazprom",
            "Greenpeace",
        ),
        (
            "{} Power Company", "{} Gas Authority", "{} Mineworkers Federation",
            "{} Pipeline Corporation", "{} Institute for Energy Studies",
        ),
        "Energy Ministry",
    ),
    Theme(
        "courts",
        (
            "the appeal", "the corruption inquiry", "the extradition request", "the asset freeze",
            "the witness list", "the tax ruling", "the press law", "the detention order",
            "the settlement", "the leaked files",
        ),
        ("Attorney General", "Justice Minister", "Prosecutor", "Judge", "Senator"),
        (
            "International Criminal Court", "International Court of Justice", "Human Rights Watch",
            "Reporters Without Borders", "Amnesty International",
        ),
        (
            "{} Bar Association", "{} Legal Aid Society", "{} Centre for Press Freedom",
            "{} Construction Company", "{} Commission on Integrity",
        ),
        "Justice Ministry",
    ),
    Theme(
        "health",
        (
            "the vaccine shipment", "the cholera outbreak", "the flood relief", "the hospital strike",
            "the aid convoy", "the quarantine rules", "the drought plan", "the refugee camps",
            "the medicine shortage", "the food rations",
        ),
        ("Health Minister", "Director-General", "Dr.", "Commissioner", "Governor"),
        (
            "World Health Organization", "Doctors Without Borders", "UNICEF",
            "World Food Programme", "United Nations High Commissioner for Refugees",
        ),
        (
            "{} University Hospital", "{} Relief Committee", "{} Nurses Union",
            "{} Institute of Hygiene", "{} Medical Foundation",
        ),
        "Health Ministry",
    ),
    Theme(
        "sport",
        (
            "the qualifying match", "the stadium bid", "the doping case", "the transfer window",
            "the opening ceremony", "the broadcast rights", "the referee's report",
            "the youth league", "the ticket prices", "the hosting rights",
        ),
        ("Sports Minister", "President", "Coach", "Secretary-General", "Mayor"),
        (
            "FIFA", "International Olympic Committee", "UEFA", "World Anti-Doping Agency",
            "International Cricket Council",
        ),
        (
            "{} Athletic Club", "{} Football Federation", "{} Rowing Club", "{} Stadium Trust",
            "{} Cycling League",
        ),
        "Sports Ministry",
    ),
)  # fmt: skip
