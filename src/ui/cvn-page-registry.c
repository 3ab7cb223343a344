/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-page-registry"

#include "cvn-page-registry.h"

#include "cvn-budget-page.h"
#include "cvn-card-page.h"
#include "cvn-convenant-page.h"
#include "cvn-events-page.h"
#include "cvn-fees-page.h"
#include "cvn-overview-page.h"
#include "cvn-partners-page.h"
#include "cvn-programmes-page.h"
#include "cvn-register-page.h"
#include "cvn-registers-page.h"
#include "cvn-roadmap-page.h"

#include <glib/gi18n-lib.h>

/* In the order of the sidebar. A page that belongs to an area and has no type of its own shows the lists of its kinds. */
static const CvnPageInfo pages[] = {
  { "overview", N_("Overview"), "cvn-overview-symbolic", cvn_overview_page_get_type, -1 },
  { "partners", N_("Partners"), "cvn-partners-symbolic", cvn_partners_page_get_type, CVN_AREA_PARTNERS },
  { "convenant", N_("Covenant"), "cvn-convenant-symbolic", cvn_convenant_page_get_type, CVN_AREA_CONVENANT },
  { "events", N_("Events"), "cvn-events-symbolic", cvn_events_page_get_type, CVN_AREA_EVENTS },
  { "programmes", N_("Programmes"), "cvn-programmes-symbolic", cvn_programmes_page_get_type, CVN_AREA_PROGRAMMES },
  { "fees", N_("Fees"), "cvn-fees-symbolic", cvn_fees_page_get_type, CVN_AREA_FEES },
  { "budget", N_("Budget"), "cvn-budget-symbolic", cvn_budget_page_get_type, CVN_AREA_BUDGET },
  { "roadmap", N_("Roadmap"), "cvn-roadmap-symbolic", cvn_roadmap_page_get_type, CVN_AREA_ROADMAP },
  { "card", N_("Project Card"), "cvn-card-symbolic", cvn_card_page_get_type, CVN_AREA_CARD },
  { "registers", N_("Registers"), "cvn-registers-symbolic", cvn_registers_page_get_type, -1 },
};

/** cvn_page_registry_list: all pages, in the order of the sidebar. */
const CvnPageInfo *
cvn_page_registry_list (guint *n_pages)
{
  *n_pages = G_N_ELEMENTS (pages);
  return pages;
}

/** cvn_page_registry_find: the page called @name, or NULL. */
const CvnPageInfo *
cvn_page_registry_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (pages[i].name, name) == 0)
      return &pages[i];
  return NULL;
}
