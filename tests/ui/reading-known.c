/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "reading-known"

#include "reading-known.h"

/* What may be alive where nothing can be changed. */

/* Actions that show something, look for it, write it to another file, or are about another file. */
static const char *const reading_actions[] = {
  "app.about",
  "app.help",
  "app.preferences",
  "app.quit",
  "app.shortcuts",
  "board.axes",
  "board.open",
  "board.quote",
  "board.revisions",
  "booking.edit",
  "booking.quote",
  "booking.show-invoice",
  "budget.open",
  "budget.show-line",
  "calendar.clear-filters",
  "calendar.mode",
  "calendar.today",
  "calendar.turn",
  "card.print",
  "chart.copy",
  "chart.save-png",
  "chart.save-svg",
  "chart.show-table",
  "chips.remove",
  "conflict.next",
  "conflict.previous",
  "contributions.proof",
  "convenant.open",
  "convenant.show-agreement",
  "detail.close",
  "events.choose-day",
  "events.hover",
  "events.open",
  "events.show-day",
  "events.show-month",
  "fees.open",
  "file.open",
  "file.save",
  "form.close",
  "form.report",
  "invoice.edit",
  "invoice.letter",
  "invoice.show",
  "invoicing.open",
  "package.edit",
  "package.letter",
  "package.show-invoice",
  "parties.print",
  "partner.benefits",
  "partner.open",
  "partner.report",
  "partner.show-all",
  "partner.show-year",
  "partners.back",
  "partners.clear",
  "partners.focus-list",
  "programmes.open",
  "register.clear-filters",
  "register.export",
  "register.menu",
  "register.open",
  "register.search",
  "register.sort",
  "reports.forget",
  "reports.open",
  "reports.open-saved",
  "roadmap.open",
  "sharing.conflicts",
  "sharing.join",
  "sharing.now",
  "sharing.test",
  "win.back",
  "win.choose-report",
  "win.conflicts",
  "win.next-year",
  "win.open-card",
  "win.open-figure",
  "win.open-record",
  "win.open-report",
  "win.page",
  "win.previous-year",
  "win.sharing",
  "win.sync-now",
  "window.close",
};

/* Widgets without an action that filter, search, turn pages or show more. A star stands for any words. */
static const struct
{
  const char *owner; /* the nearest type of the program */
  const char *type;
  const char *words;
} reading_widgets[] = {
  { "*", "AdwActionRow", "*" }, /* opens what it names */
  { "*", "AdwViewSwitcherButton", "*" },
  { "*", "GtkMenuButton", "*" }, /* what is in its menu is looked at by itself */
  { "*", "GtkSearchEntry", "*" },
  { "CvnBookingTools", "GtkToggleButton", "*" },
  { "CvnBudgetSteps", "GtkButton", "Budget Report" },
  { "CvnBudgetVersion", "GtkDropDown", "*" },
  { "CvnCalendarFilter", "GtkDropDown", "*" },
  { "CvnCalendarView", "GtkDropDown", "*" },
  { "CvnCalendarView", "GtkToggleButton", "*" },
  { "CvnCardEditor", "GtkDropDown", "*" },
  { "CvnConflictWindow", "GtkButton", "Close" },
  { "CvnFeeSheetPane", "GtkDropDown", "*" },
  { "CvnInvoicingView", "GtkToggleButton", "*" },
  { "CvnKindChoice", "GtkDropDown", "*" },
  { "CvnPartiesView", "GtkDropDown", "*" },
  { "CvnPartnerBrowser", "GtkDropDown", "*" },
  { "CvnReportFilters", "*", "*" },
  { "CvnReportsWindow", "AdwComboRow", "*" },
  { "CvnReportsWindow", "AdwEntryRow", "Save this choice as" }, /* in the settings of the person */
  { "CvnPublicationMatrix", "GtkDropDown", "*" },
  { "CvnRegisterColumns", "GtkCheckButton", "*" },
  { "CvnRegisterFilter", "*", "*" },
};

static gboolean
matches (const char *pattern,
         const char *text)
{
  return g_str_equal (pattern, "*") || g_str_equal (pattern, text);
}

/* Whether the action changes nothing. */
gboolean
cvn_reading_knows_action (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (reading_actions); i++)
    if (g_str_equal (reading_actions[i], name))
      return TRUE;
  return FALSE;
}

/* Whether a widget of @type with these @words, in one of the program's type @owner, changes nothing. */
gboolean
cvn_reading_knows_widget (const char *owner,
                          const char *type,
                          const char *words)
{
  for (guint i = 0; i < G_N_ELEMENTS (reading_widgets); i++)
    if (matches (reading_widgets[i].owner, owner) && matches (reading_widgets[i].type, type) && matches (reading_widgets[i].words, words))
      return TRUE;
  return FALSE;
}
