/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-partner-cards"

#include "cvn-partner-cards.h"

#define CARD(name) (1U << CVN_PARTNER_##name)

/* Every organisation can be talked to, can take part in an event, and can be sent an invoice. */
#define ALWAYS (CARD (CONTACTS) | CARD (INTERACTIONS) | CARD (EVENTS) | CARD (INVOICES))
/* Who carries the centre. */
#define CARRIER (CARD (CONTRIBUTIONS) | CARD (AGREEMENTS))
/* Who is sold something. */
#define CUSTOMER CARD (BOOKINGS)
#define SPONSOR  CARD (PACKAGES)

/* The one place that says which kind of partner has which cards beside those that all have. */
static const struct
{
  const char *kind;
  guint       cards;
} kinds[] = {
  { "municipality", CARRIER | CARD (REGISTRATIONS) },
  { "province", CARRIER },
  { "knowledge_institution", CARRIER | CUSTOMER },
  { "business_association", CARRIER },
  { "marketing", CARRIER },
  { "education", CARD (AGREEMENTS) | CUSTOMER | SPONSOR },
  { "school", CUSTOMER | SPONSOR },
  { "company", CUSTOMER | SPONSOR },
  { "service_provider", SPONSOR | CUSTOMER },
  { "international", CUSTOMER },
  { "national_agency", CARD (AGREEMENTS) },
  { "development_agency", CARD (AGREEMENTS) },
  { "volunteers", CARD (AGREEMENTS) },
  { "programme_office", CARD (AGREEMENTS) },
  { "alliance", CARD (AGREEMENTS) },
  { "network", 0 },
  { "centre", 0 },
  { "other", CARRIER | CUSTOMER | SPONSOR },
};

/** cvn_partner_cards_for_kind: the cards of an organisation of this kind, a bit each (1 << CvnPartnerCard); all but registrations for an unknown one. */
guint
cvn_partner_cards_for_kind (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].kind, kind) == 0)
      return ALWAYS | kinds[i].cards;
  return ALWAYS | CARRIER | CUSTOMER | SPONSOR;
}

/** cvn_partner_cards_has: whether an organisation of @kind has @card, even with nothing in it. */
gboolean
cvn_partner_cards_has (const char    *kind,
                       CvnPartnerCard card)
{
  return (cvn_partner_cards_for_kind (kind) & (1U << card)) != 0;
}
