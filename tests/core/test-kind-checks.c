/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-kind-checks"

#include "cvn-error.h"
#include "cvn-kinds.h"
#include "cvn-record.h"

/* Rules over more than one field: what is filled in, and the field at fault (NULL: none). */
typedef struct
{
  const CvnKind *kind;
  const char    *fields; /* name=value, divided by | */
  const char    *fault;
} Case;

#define ORGANISATION "kind=municipality"
#define CONTACT      "organisation=o|role=Clerk"
#define INTERACTION  "date=2019-05-01|organisation=o|subject=Extension"
#define AGREEMENT    "kind=covenant|title_nl=C|status=active|start_date=2019-06-01"
#define COMMITMENT   "agreement=a|organisation=o|year=2019|amount=100"
#define INVOICE      "number=1|organisation=o|date=2019-01-01"
#define PAYMENT      "organisation=o|date=2019-01-01|kind=receipt"
#define EVENT        "title_en=E"
#define SIGNUP       "event=e|label=Family|party=3"
#define COUNT        "month=24228|municipality=o|target_group=student|count=3"
#define KEY_LINE     "allocation_key=k|year=2019|total=100|organisation=o|weight=1"
#define PACKAGE      "organisation=o|year=2019|package=basis|price=105"
#define BUDGET_LINE  "year=2019|line=B01|budget=100"
#define MONTHS       "month_1=10|month_2=10|month_3=10|month_4=10|month_5=10|month_6=10|month_7=10|month_8=10|month_9=10|month_10=10|month_11=10"
#define PLAN         "budget_line=b|split=hand|" MONTHS
#define ENTRY        "budget_line=b|date=2019-05-01|description=Chairs|status=actual"
#define EXPOSURE     "package=p|title_nl=Logo|due=2019-12-31"
#define CARD_LINE    "card=c|position=1|kind=step"
#define CARD_QUOTE   "card=c|position=1"
#define CARD_ROLE    "card=c|position=1"
#define CARD_SECTION "card=c|position=1"
#define RULE         "agreement=a|start_date=2019-01-01"
#define INVOICE_LINE "invoice=i|position=1|vat_category=taxed|vat_rate=210"
#define SERIES       "name=Invoices|width=4"
#define PRICE        "programme=p|valid_from=2019-01-01"
#define CARD         "half_year=2019-H1|edition=1|title_nl=K"
#define CHANGE       "scenario=s|change="
#define BOOKING      "organisation=o|programme=p|date=2019-01-01|status=booked"

static const Case cases[] = {
  { &cvn_kind_organisation, ORGANISATION, "name_nl" },
  { &cvn_kind_organisation, ORGANISATION "|name_nl=Gemeente", NULL },
  { &cvn_kind_organisation, ORGANISATION "|name_en=Municipality", NULL },

  { &cvn_kind_contact, CONTACT, NULL },
  { &cvn_kind_contact, CONTACT "|name=N", "lawful_basis" },
  { &cvn_kind_contact, CONTACT "|phone=071 1234567|delete_after=2020-01-01", "lawful_basis" },
  { &cvn_kind_contact, CONTACT "|name=N|lawful_basis=agreement", "delete_after" },
  { &cvn_kind_contact, CONTACT "|name=N|lawful_basis=agreement|delete_after=2020-01-01", NULL },
  { &cvn_kind_contact, CONTACT "|last_contact=2020-01-02|delete_after=2020-01-01", "delete_after" },

  { &cvn_kind_interaction, INTERACTION, NULL },
  { &cvn_kind_interaction, INTERACTION "|follow_up=2019-05-01", NULL },
  { &cvn_kind_interaction, INTERACTION "|follow_up=2019-04-30", "follow_up" },

  { &cvn_kind_agreement, AGREEMENT, NULL },
  { &cvn_kind_agreement, AGREEMENT "|end_date=2020-12-31|notice_date=2020-06-30", NULL },
  { &cvn_kind_agreement, AGREEMENT "|end_date=2019-05-31", "end_date" },
  { &cvn_kind_agreement, AGREEMENT "|notice_date=2019-05-31", "notice_date" },
  { &cvn_kind_agreement, AGREEMENT "|end_date=2020-12-31|notice_date=2021-01-01", "end_date" },
  { &cvn_kind_agreement, AGREEMENT "|extends=other", NULL },
  { &cvn_kind_agreement, AGREEMENT "|extends=self", "extends" },

  { &cvn_kind_commitment, COMMITMENT "|start_date=2019-06-01|end_date=2019-12-31", NULL },
  { &cvn_kind_commitment, COMMITMENT "|start_date=2018-06-01|end_date=2019-12-31", "start_date" },
  { &cvn_kind_commitment, COMMITMENT "|start_date=2019-06-01|end_date=2020-01-01", "end_date" },
  { &cvn_kind_commitment, COMMITMENT "|start_date=2019-06-02|end_date=2019-06-01", "end_date" },
  { &cvn_kind_commitment, "agreement=a|organisation=o|year=2019|amount=-1|start_date=2019-01-01|end_date=2019-12-31", "amount" },

  { &cvn_kind_invoice, INVOICE "|due_date=2019-01-31|net=100|total=100", NULL },
  { &cvn_kind_invoice, INVOICE "|due_date=2019-01-31|net=100|total=100|reference=RF36ECL20180001", NULL },
  { &cvn_kind_invoice, INVOICE "|due_date=2019-01-31|net=100|total=100|reference=RF37ECL20180001", "reference" },
  { &cvn_kind_invoice, INVOICE "|due_date=2019-01-31|net=100|total=100|reference=4000071000000001", "reference" },
  { &cvn_kind_payment, PAYMENT "|amount=100|reference=for the lessons", NULL },
  { &cvn_kind_payment, PAYMENT "|amount=100|reference=5000071000000001", NULL },
  { &cvn_kind_payment, PAYMENT "|amount=100|reference=5000071000000002", "reference" },
  { &cvn_kind_payment, PAYMENT "|amount=-100", "amount" },

  { &cvn_kind_invoice, INVOICE "|due_date=2018-12-31|net=100|total=100", "due_date" },
  { &cvn_kind_invoice, INVOICE "|due_date=2019-01-31|net=105|vat_rate=210|vat=22|total=127", NULL },
  { &cvn_kind_invoice, INVOICE "|due_date=2019-01-31|net=105|vat_rate=210|vat=23|total=128", "vat" },
  { &cvn_kind_invoice, INVOICE "|due_date=2019-01-31|net=50|vat_rate=210|vat=11|total=61", NULL },
  { &cvn_kind_invoice, INVOICE "|due_date=2019-01-31|net=-50|vat_rate=210|vat=-11|total=-61", NULL },
  { &cvn_kind_invoice, INVOICE "|due_date=2019-01-31|net=-50|vat_rate=210|vat=-10|total=-60", "vat" },
  { &cvn_kind_invoice, INVOICE "|due_date=2019-01-31|net=100|vat=21|total=120", "total" },
  { &cvn_kind_invoice, INVOICE "|due_date=2019-01-31|net=9223372036854775807|vat=1|total=1", "net" },

  { &cvn_kind_allocation_line, KEY_LINE "|amount=100", NULL },
  { &cvn_kind_allocation_line, KEY_LINE "|amount=101", "amount" },
  { &cvn_kind_partner_package, PACKAGE "|vat_rate=210|vat=22", NULL },
  { &cvn_kind_partner_package, PACKAGE "|vat_rate=210|vat=21", "vat" },
  { &cvn_kind_booking, BOOKING "|net=100|vat=21|total=121", NULL },
  { &cvn_kind_booking, BOOKING "|net=100|vat=21|total=100", "total" },
  { &cvn_kind_fee, "service=registration|payer=all|amount=0|valid_from=2019-01-01|valid_to=2018-12-31", "valid_to" },
  { &cvn_kind_fee, "service=registration|payer=all|amount=-1|valid_from=2019-01-01", "amount" },
  { &cvn_kind_registration_count, COUNT "|paid_count=3", NULL },
  { &cvn_kind_registration_count, COUNT "|paid_count=4", "paid_count" },
  { &cvn_kind_registration_count, COUNT "|paid_count=-1", "paid_count" },
  { &cvn_kind_appointment_month, "month=24228|offered=5|booked_online=6", "booked_online" },
  { &cvn_kind_population, "municipality=o|date=2019-01-01|inhabitants=0", "inhabitants" },
  { &cvn_kind_risk, "title_nl=R|status=open|likelihood=5|impact=1", NULL },
  { &cvn_kind_risk, "title_nl=R|status=open|likelihood=6|impact=1", "likelihood" },
  { &cvn_kind_risk, "title_nl=R|status=open|likelihood=1|impact=0", "impact" },

  { &cvn_kind_event, "starts=2019-05-01T10:00", "title_nl" },
  { &cvn_kind_event, EVENT "|starts=2019-05-01T10:00", NULL },
  { &cvn_kind_event, EVENT "|starts=2019-05-01", "starts" },
  { &cvn_kind_event, EVENT "|starts=2019-05-01T10:00|all_day=1", "starts" },
  { &cvn_kind_event, EVENT "|starts=2019-05-01T10:00|ends=2019-05-02", "ends" },
  { &cvn_kind_event, EVENT "|starts=2019-05-01T10:00|ends=2019-05-01T10:00", "ends" },
  { &cvn_kind_event, EVENT "|starts=2019-10-26T22:00|ends=2019-10-27T04:00", NULL },
  { &cvn_kind_event, EVENT "|starts=2019-05-01|ends=2019-05-02|all_day=1", NULL },
  { &cvn_kind_event, EVENT "|starts=2019-05-01|ends=2019-05-01|all_day=1", "ends" },
  { &cvn_kind_event, EVENT "|starts=2019-03-31T02:30", "starts" },
  { &cvn_kind_event, EVENT "|starts=2019-03-31T01:30|ends=2019-03-31T02:30", "ends" },
  { &cvn_kind_event, EVENT "|starts=2019-03-31T02:30|time_zone=UTC", NULL },
  { &cvn_kind_event, EVENT "|starts=2019-05-01T10:00|time_zone=Europe/Leiden", "time_zone" },
  { &cvn_kind_event, EVENT "|starts=2019-05-01T10:00|mode=announced|cost=0|income=0", NULL },
  { &cvn_kind_event, EVENT "|starts=2019-05-01T10:00|mode=announced|cost=100", "cost" },
  { &cvn_kind_event, EVENT "|starts=2019-05-01T10:00|mode=announced|income_budget=100", "income_budget" },
  { &cvn_kind_event, EVENT "|starts=2019-05-01T10:00|capacity=60|signed_up=60|attended=60", NULL },
  { &cvn_kind_event, EVENT "|starts=2019-05-01T10:00|capacity=59|signed_up=60", "capacity" },
  { &cvn_kind_event, EVENT "|starts=2019-05-01T10:00|signed_up=60|attended=61", "attended" },
  { &cvn_kind_event, EVENT "|starts=2019-05-01T10:00|waived=cost; lessons", NULL },
  { &cvn_kind_event, EVENT "|starts=2019-05-01T10:00|waived=weather", "waived" },
  { &cvn_kind_event_partner, "event=e|organisation=o|role=sponsor|pledged=100|invoiced=100|paid=100", NULL },
  { &cvn_kind_event_partner, "event=e|organisation=o|role=sponsor|invoiced=100|paid=101", "paid" },
  { &cvn_kind_event_partner, "event=e|organisation=o|role=sponsor|pledged=-1", "pledged" },
  { &cvn_kind_event_partner, "event=e|organisation=o|role=sponsor|share=1", "share" },
  { &cvn_kind_event_partner, "event=e|organisation=o|role=co_organiser|share=1", NULL },
  { &cvn_kind_event_signup, SIGNUP "|status=signed_up|attended=3", NULL },
  { &cvn_kind_event_signup, SIGNUP "|status=signed_up|attended=4", "attended" },
  { &cvn_kind_event_signup, SIGNUP "|status=waiting|attended=1", "attended" },
  { &cvn_kind_event_signup, SIGNUP "|status=offered", "offer_until" },
  { &cvn_kind_event_signup, SIGNUP "|status=offered|offer_until=2019-05-01", NULL },
  { &cvn_kind_event_cost, "event=e|text=Hall|kind=cost", "budget" },
  { &cvn_kind_event_cost, "event=e|text=Hall|kind=cost|amount=100", NULL },
  { &cvn_kind_task, "title=Hall|reminder=3", "due" },
  { &cvn_kind_task, "title=Hall|reminder=3|due=2019-05-01", NULL },

  { &cvn_kind_benefit, "level=basis", "title_nl" },
  { &cvn_kind_benefit, "level=basis|title_nl=Logo", NULL },
  { &cvn_kind_benefit, "level=basis|title_en=Logo|due_month=12", NULL },

  { &cvn_kind_budget_line, BUDGET_LINE "|kind=income", "description_nl" },
  { &cvn_kind_budget_line, BUDGET_LINE "|kind=income|description_en=Fees|ledger=fees", NULL },
  { &cvn_kind_budget_line, BUDGET_LINE "|kind=cost|description_en=Fees|ledger=fees", "ledger" },
  { &cvn_kind_budget_line, BUDGET_LINE "|kind=cost|description_nl=Bijdragen|ledger=contributions", "ledger" },
  { &cvn_kind_budget_line, BUDGET_LINE "|kind=cost|description_nl=Zalen|ledger=events", NULL },
  { &cvn_kind_budget_line, BUDGET_LINE "|kind=cost|description_nl=Aanbieders|ledger=bookings", NULL },
  { &cvn_kind_budget_line, BUDGET_LINE "|kind=cost|description_nl=Pakketten|ledger=packages", "ledger" },
  { &cvn_kind_budget_line, BUDGET_LINE "|kind=cost|description_nl=Huur|ledger=manual", NULL },
  { &cvn_kind_budget_line, BUDGET_LINE "|kind=cost|description_nl=Huur", NULL },

  { &cvn_kind_budget_entry, ENTRY "|amount=1", NULL },
  { &cvn_kind_budget_entry, ENTRY "|amount=-1", NULL },
  { &cvn_kind_budget_entry, ENTRY "|amount=0", "amount" },

  { &cvn_kind_budget_plan, PLAN "|month_12=10|total=120", NULL },
  { &cvn_kind_budget_plan, PLAN "|month_12=-110|total=0", NULL },
  { &cvn_kind_budget_plan, PLAN "|month_12=10|total=121", "total" },
  { &cvn_kind_budget_plan, PLAN "|month_12=11|total=120", "total" },

  { &cvn_kind_exposure, EXPOSURE, NULL },
  { &cvn_kind_exposure, "package=p|due=2019-12-31", "title_nl" },
  { &cvn_kind_exposure, EXPOSURE "|planned_on=2019-11-01", NULL },
  { &cvn_kind_exposure, EXPOSURE "|delivered_on=2019-11-01", "item" },
  { &cvn_kind_exposure, EXPOSURE "|delivered_on=2019-11-01|item=Newsletter of May", NULL },
  { &cvn_kind_exposure, EXPOSURE "|delivered_on=2019-11-01|event=e", NULL },
  { &cvn_kind_exposure, EXPOSURE "|delivered_on=2019-11-01|publication=p", NULL },

  { &cvn_kind_provider_capacity, "provider=o|valid_from=2019-01-01|per_month=0", NULL },
  { &cvn_kind_provider_capacity, "provider=o|valid_from=2019-01-01|valid_to=2019-01-01|per_month=8", NULL },
  { &cvn_kind_provider_capacity, "provider=o|valid_from=2019-01-02|valid_to=2019-01-01|per_month=8", "valid_to" },

  { &cvn_kind_milestone, "status=open", "title_nl" },
  { &cvn_kind_milestone, "status=open|title_en=M", NULL },
  { &cvn_kind_indicator, "code=I1", "name_nl" },
  { &cvn_kind_indicator, "code=I1|name_nl=I", NULL },
  { &cvn_kind_signal, "code=S1|date=2019", "subject_nl" },
  { &cvn_kind_signal, "code=S1|date=2019-05|subject_en=S", NULL },

  { &cvn_kind_project, "name_nl=P|start_date=2016-06-01|end_date=2016", NULL },
  { &cvn_kind_project, "name_nl=P|start_date=2016-06|end_date=2016-05-31", "end_date" },
  { &cvn_kind_half_year, "half_year=2018-H2|start_date=2018-07-01|end_date=2018-12-31", NULL },
  { &cvn_kind_half_year, "half_year=2018-H1|start_date=2018-07-01|end_date=2018-12-31", "start_date" },
  { &cvn_kind_half_year, "half_year=2018-H1|start_date=2018-01-01|end_date=2018-06-29", "end_date" },
  { &cvn_kind_half_year, "half_year=2018|start_date=2018-01-01|end_date=2018-06-30", "half_year" },
  { &cvn_kind_indicator_value, "value=41.5", "indicator_nl" },
  { &cvn_kind_centre, "iban=", "name_nl" },
  { &cvn_kind_centre, "name_en=Centre", NULL },

  { &cvn_kind_fee, "service=registration|payer=all|amount=0|valid_from=2019-01-01", NULL },
  { &cvn_kind_appointment_month, "month=24228|offered=5|booked_online=5", NULL },
  { &cvn_kind_indicator_value, "indicator_nl=Guests|value=41.5", NULL },
  { &cvn_kind_document, "date=2019-05-01", "title_nl" },
  { &cvn_kind_document, "date=2019-05-01|title_en=Minutes", NULL },
  { &cvn_kind_network, "start_date=2019-01-01", "name_nl" },
  { &cvn_kind_network, "name_nl=N|start_date=2019-01-01|end_date=2019-01-01", NULL },
  { &cvn_kind_network, "name_nl=N|start_date=2019-01-02|end_date=2019-01-01", "end_date" },
  { &cvn_kind_channel, "kind=online", "name_nl" },
  { &cvn_kind_channel, "kind=online|name_en=Site", NULL },
  { &cvn_kind_channel, "name_en=Site|reach=-1", "reach" },
  { &cvn_kind_news_item, "channel=c|date=2019-05-01", "title_nl" },
  { &cvn_kind_news_item, "channel=c|date=2019-05-01|title_en=News", NULL },
  { &cvn_kind_life_stage, "scheme=arrival|position=1", "name_nl" },
  { &cvn_kind_life_stage, "scheme=arrival|position=1|name_en=Settling", NULL },
  { &cvn_kind_axis, "position=1|code=work", "name_nl" },
  { &cvn_kind_axis, "position=1|code=work|name_en=Work", NULL },
  { &cvn_kind_step, "status=idea", "description_nl" },
  { &cvn_kind_step, "status=idea|description_en=Ask", NULL },
  { &cvn_kind_step, "status=idea|description_en=Ask|half_year=2019", "half_year" },

  { &cvn_kind_contribution_rule, RULE "|method=fixed", "fixed" },
  { &cvn_kind_contribution_rule, RULE "|method=fixed|fixed=100", NULL },
  { &cvn_kind_contribution_rule, RULE "|method=fixed|fixed=-1", "fixed" },
  { &cvn_kind_contribution_rule, RULE "|method=equal", "total" },
  { &cvn_kind_contribution_rule, RULE "|method=equal|total=100", NULL },
  { &cvn_kind_contribution_rule, RULE "|method=inhabitants|total=-1", "total" },
  { &cvn_kind_contribution_rule, RULE "|method=per_inhabitant", "rate" },
  { &cvn_kind_contribution_rule, RULE "|method=per_inhabitant|rate=10", NULL },
  { &cvn_kind_contribution_rule, RULE "|method=fixed_plus|rate=10", "fixed" },
  { &cvn_kind_contribution_rule, RULE "|method=fixed_plus|rate=10|fixed=100", NULL },
  { &cvn_kind_contribution_rule, RULE "|method=percentage|total=100", "organisation" },
  { &cvn_kind_contribution_rule, RULE "|method=percentage|total=100|organisation=o", "share" },
  { &cvn_kind_contribution_rule, RULE "|method=percentage|total=100|organisation=o|share=125", NULL },
  { &cvn_kind_contribution_rule, RULE "|method=fixed|fixed=100|index_name=CPI", "base_year" },
  { &cvn_kind_contribution_rule, RULE "|method=fixed|fixed=100|base_year=2019", "index_name" },
  { &cvn_kind_contribution_rule, RULE "|method=fixed|fixed=100|index_name=CPI|base_year=2019", NULL },
  { &cvn_kind_contribution_rule, RULE "|method=fixed|fixed=100|end_date=2018-12-31", "end_date" },

  { &cvn_kind_invoice_line, INVOICE_LINE "|text_nl=B|quantity=3|unit_price=35|net=105", NULL },
  { &cvn_kind_invoice_line, INVOICE_LINE "|text_nl=B|quantity=-3|unit_price=35|net=-105", NULL },
  { &cvn_kind_invoice_line, INVOICE_LINE "|text_nl=B|quantity=3|unit_price=35|net=104", "net" },
  { &cvn_kind_invoice_line, INVOICE_LINE "|quantity=3|unit_price=35|net=105", "text_nl" },
  { &cvn_kind_invoice_series, SERIES, NULL },
  { &cvn_kind_invoice_series, SERIES "|prefix=ABCDEFGH", NULL },
  { &cvn_kind_invoice_series, SERIES "|prefix=ABCDEFGHI", "prefix" },
  { &cvn_kind_invoice_series, SERIES "|prefix=Ab", "prefix" },
  { &cvn_kind_payment, "date=2019-01-01|organisation=o|kind=refund|amount=-1", NULL },
  { &cvn_kind_payment, "date=2019-01-01|organisation=o|kind=refund|amount=1", "amount" },
  { &cvn_kind_payment, "date=2019-01-01|organisation=o|kind=receipt|amount=1", NULL },
  { &cvn_kind_payment, "date=2019-01-01|organisation=o|kind=receipt|amount=0", "amount" },
  { &cvn_kind_settlement, "payment=p|invoice=i|amount=-1", NULL },
  { &cvn_kind_settlement, "payment=p|invoice=i|amount=0", "amount" },

  { &cvn_kind_programme, "price=100", "name_nl" },
  { &cvn_kind_programme, "name_nl=P|price=100|part_of=pack", NULL },
  { &cvn_kind_programme, "name_nl=P|price=100|part_of=self", "part_of" },
  { &cvn_kind_programme_price, PRICE "|price=0|cost=0|valid_to=2019-01-01", NULL },
  { &cvn_kind_programme_price, PRICE "|price=-1", "price" },
  { &cvn_kind_programme_price, PRICE "|price=1|cost=-1", "cost" },
  { &cvn_kind_programme_price, PRICE "|price=1|valid_to=2018-12-31", "valid_to" },

  { &cvn_kind_project_card, CARD, NULL },
  { &cvn_kind_project_card, "half_year=2019-H1|edition=1", "title_nl" },
  { &cvn_kind_project_card, CARD "|frozen=1", "signed_on" },
  { &cvn_kind_project_card, CARD "|frozen=1|signed_on=2019-06-01", "signed_by" },
  { &cvn_kind_project_card, CARD "|frozen=1|signed_on=2019-06-01|signed_by=Board", NULL },
  { &cvn_kind_card_line, CARD_LINE, "text_nl" },
  { &cvn_kind_card_line, CARD_LINE "|text_en=T", NULL },
  { &cvn_kind_card_line, CARD_LINE "|text_en=T|likelihood=6", "likelihood" },
  { &cvn_kind_card_quote, CARD_QUOTE "|text_nl=T", "role_nl" },
  { &cvn_kind_card_quote, CARD_QUOTE "|role_en=R", "text_nl" },
  { &cvn_kind_card_quote, CARD_QUOTE "|role_en=R|text_nl=T", NULL },
  { &cvn_kind_card_role, CARD_ROLE "|party_nl=P", "role_nl" },
  { &cvn_kind_card_role, CARD_ROLE "|role_en=R", NULL },
  { &cvn_kind_card_section, CARD_SECTION "|text_nl=T", "title_nl" },
  { &cvn_kind_card_section, CARD_SECTION "|title_en=T", NULL },

  { &cvn_kind_roadmap_item, "axis=work", "name_nl" },
  { &cvn_kind_roadmap_item, "axis=work|name_en=Desk", NULL },
  { &cvn_kind_roadmap_revision, "date=2019-05-01", "name_nl" },
  { &cvn_kind_roadmap_revision, "date=2019-05-01|name_en=May", NULL },
  { &cvn_kind_roadmap_revision_item, "revision=r|service=s", "name_nl" },
  { &cvn_kind_roadmap_revision_item, "revision=r|service=s|name_en=Desk", NULL },

  { &cvn_kind_scenario, "year=2019", "name_nl" },
  { &cvn_kind_scenario, "year=2019|name_en=S", NULL },
  { &cvn_kind_scenario_change, CHANGE "amount|amount=1", "budget_line" },
  { &cvn_kind_scenario_change, CHANGE "amount|budget_line=b", "amount" },
  { &cvn_kind_scenario_change, CHANGE "amount|budget_line=b|amount=-1", NULL },
  { &cvn_kind_scenario_change, CHANGE "fee", "amount" },
  { &cvn_kind_scenario_change, CHANGE "fee|amount=-1", "amount" },
  { &cvn_kind_scenario_change, CHANGE "fee|amount=0", NULL },
  { &cvn_kind_scenario_change, CHANGE "count", "per_mille" },
  { &cvn_kind_scenario_change, CHANGE "count|per_mille=900", NULL },
  { &cvn_kind_scenario_change, CHANGE "start|month=3", "budget_line" },
  { &cvn_kind_scenario_change, CHANGE "start|budget_line=b", "month" },
  { &cvn_kind_scenario_change, CHANGE "start|budget_line=b|month=3", NULL },
  { &cvn_kind_scenario_change, CHANGE "party_amount|amount=1", "organisation" },
  { &cvn_kind_scenario_change, CHANGE "party_amount|organisation=o", "amount" },
  { &cvn_kind_scenario_change, CHANGE "party_amount|organisation=o|amount=1", NULL },
  { &cvn_kind_scenario_change, CHANGE "leave", "organisation" },
  { &cvn_kind_scenario_change, CHANGE "leave|organisation=o", NULL },
};

static CvnRecord *
make_record (const Case *row)
{
  CvnRecord *record = cvn_record_new (row->kind);
  g_auto (GStrv) fields = g_strsplit (row->fields, "|", -1);

  cvn_record_set_id (record, "self");
  for (guint i = 0; fields[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (fields[i], "=", 2);
      int place = cvn_kind_find_field (row->kind, parts[0]);

      g_assert_cmpint (place, >=, 0);
      if (cvn_field_is_integer (&row->kind->fields[place]))
        cvn_record_set_integer (record, parts[0], g_ascii_strtoll (parts[1], NULL, 10));
      else
        cvn_record_set_text (record, parts[0], parts[1]);
    }
  return record;
}

static void
test_rules (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CvnRecord) record = make_record (&cases[i]);
      g_autoptr (GError) error = NULL;
      gboolean fine = cvn_record_check (record, &error);

      g_test_message ("%s: %s: %s", cases[i].kind->name, cases[i].fields, fine ? "fine" : error->message);
      g_assert_true (fine == (cases[i].fault == NULL));
      if (!fine)
        g_assert_cmpstr (cvn_error_get_field (error), ==, cases[i].fault);
    }
}

static gboolean
has_case (const CvnKind *kind,
          gboolean       fine)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (cases[i].kind == kind && (cases[i].fault == NULL) == fine)
      return TRUE;
  return FALSE;
}

/* A kind with a rule of its own has a record above that keeps it, and one that does not. */
static void
test_all_kinds (void)
{
  guint                 n_kinds;
  const CvnKind *const *kinds = cvn_kind_list (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      if (kinds[i]->check == NULL)
        continue;
      g_test_message ("%s", kinds[i]->name);
      g_assert_true (has_case (kinds[i], FALSE));
      g_assert_true (has_case (kinds[i], TRUE));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/kind-checks/rules", test_rules);
  g_test_add_func ("/core/kind-checks/all-kinds", test_all_kinds);

  return g_test_run ();
}
