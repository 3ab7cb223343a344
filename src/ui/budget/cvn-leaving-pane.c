/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-leaving-pane"

#include "cvn-leaving-pane.h"

#include "cvn-budget-parts.h"
#include "cvn-grid-list.h"

#include <glib/gi18n-lib.h>

struct _CvnLeavingPane
{
  AdwBin parent_instance;

  CvnScenarioBoard *board;
  char             *party;
  GtkWidget        *title;
  GtkWidget        *sentence;
  CvnGridList      *sums;
  CvnGridList      *shares;
  GtkWidget        *service_text;
  CvnGridList      *services;
};

G_DEFINE_FINAL_TYPE (CvnLeavingPane, cvn_leaving_pane, ADW_TYPE_BIN)

static const CvnGridColumn sum_columns[] = {
  { N_("Result of the year"), CVN_GRID_REST, 0.0f, CVN_NARROW_LEAD },
  { N_("Amount"), 130, 1.0f, CVN_NARROW_VALUE },
};

static const CvnGridColumn share_columns[] = {
  { N_("Party"), CVN_GRID_REST, 0.0f, CVN_NARROW_LEAD },
  { N_("Pays"), 120, 1.0f, CVN_NARROW_HIDE },
  { N_("Would pay"), 120, 1.0f, CVN_NARROW_VALUE },
  { N_("More"), 120, 1.0f, CVN_NARROW_HIDE },
};

static const CvnGridColumn service_columns[] = {
  { N_("Service"), CVN_GRID_REST, 0.0f, CVN_NARROW_LEAD },
  { N_("Cost a year"), 130, 1.0f, CVN_NARROW_VALUE },
  { N_("Without the party"), 200, 0.0f, CVN_NARROW_LINE },
};

static const char *
find_label (CvnTable   *table,
            const char *id)
{
  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    if (g_strcmp0 (cvn_table_get_text (table, row, "id"), id) == 0)
      return cvn_budget_label (table, row);
  return "";
}

static void
add_sum (CvnLeavingPane *self,
         const char     *name,
         gint64          cents)
{
  g_autofree char *amount = cvn_budget_money (cents);
  g_autofree char *sentence = g_strdup_printf (_("%1$s: %2$s"), name, amount);
  GtkWidget       *cells[] = { cvn_grid_cell_new (name, 0.0f, NULL), cvn_grid_cell_new (amount, 1.0f, NULL) };

  if (cents < 0)
    gtk_widget_add_css_class (cells[1], "cvn-over");
  cvn_grid_list_add (self->sums, NULL, sentence, cells);
}

static void
fill_sums (CvnLeavingPane        *self,
           const CvnPartyLeaving *leaving)
{
  cvn_grid_list_begin (self->sums, 3);
  add_sum (self, _("As it is"), leaving->result_before);
  add_sum (self, _("When nobody takes its share over"), leaving->result_after);
  add_sum (self, _("When the others take its share over"), leaving->result_split);
  cvn_grid_list_end (self->sums);
}

static void
fill_shares (CvnLeavingPane        *self,
             const CvnPartyLeaving *leaving)
{
  CvnTable *parties = cvn_scenario_board_get_base (self->board)->parties;

  cvn_grid_list_begin (self->shares, leaving->shares->len);
  for (guint i = 0; i < leaving->shares->len && !cvn_grid_list_is_full (self->shares); i++)
    {
      const CvnLeavingShare *share = &g_array_index (leaving->shares, CvnLeavingShare, i);
      const char            *name = find_label (parties, share->id);
      g_autofree char       *before = cvn_budget_money (share->before);
      g_autofree char       *after = cvn_budget_money (share->after);
      g_autofree char       *more = cvn_budget_signed_money (share->after - share->before);
      g_autofree char       *sentence = g_strdup_printf (_("%1$s pays %2$s and would pay %3$s"), name, before, after);
      GtkWidget             *cells[] = { cvn_grid_cell_new (name, 0.0f, NULL), cvn_grid_cell_new (before, 1.0f, NULL), cvn_grid_cell_new (after, 1.0f, NULL),
                                         cvn_grid_cell_new (more, 1.0f, NULL) };

      cvn_grid_list_add (self->shares, NULL, sentence, cells);
    }
  cvn_grid_list_end (self->shares);
}

static char *
describe_services (const CvnPartyLeaving *leaving)
{
  guint            n = 0;
  g_autofree char *short_of = cvn_budget_money (leaving->short_of);

  for (guint i = 0; i < leaving->n_services; i++)
    n += !leaving->services[i].is_affordable;
  if (!leaving->has_costs)
    return g_strdup (_("What services cost is not known. Fill in their cost estimates under Roadmap to see which ones could not be paid any more."));
  if (leaving->result_after >= 0)
    return g_strdup (_("Every service can still be paid when nobody takes the share over."));
  if (leaving->short_of > 0)
    return g_strdup_printf (_("Even when all services that cost money stop, %s is short. Those that the party pays for, and the newest ones, stop first."), short_of);
  return g_strdup_printf (ngettext ("%u service could not be paid when nobody takes the share over. Those that the party pays for, and the newest ones, stop first.",
                                    "%u services could not be paid when nobody takes the share over. Those that the party pays for, and the newest ones, stop first.", n),
                          n);
}

static void
fill_services (CvnLeavingPane        *self,
               const CvnPartyLeaving *leaving)
{
  CvnTable        *table = cvn_scenario_board_get_services (self->board);
  g_autofree char *text = describe_services (leaving);
  guint            n = leaving->has_costs ? leaving->n_services : 0;

  gtk_label_set_text (GTK_LABEL (self->service_text), text);
  gtk_widget_set_visible (GTK_WIDGET (self->services), n > 0);
  cvn_grid_list_begin (self->services, n);
  for (guint i = 0; i < n && !cvn_grid_list_is_full (self->services); i++)
    {
      const CvnExitService *service = &leaving->services[i];
      const char           *name = find_label (table, service->id);
      g_autofree char      *cost = cvn_budget_money (service->cost);
      const char           *state = service->is_affordable ? _("can go on") : _("could not be paid");
      g_autofree char      *sentence = g_strdup_printf (_("%1$s, %2$s a year: %3$s"), name, cost, state);
      GtkWidget            *cells[] = { cvn_grid_cell_new (name, 0.0f, NULL), cvn_grid_cell_new (cost, 1.0f, NULL), cvn_grid_cell_new (state, 0.0f, NULL) };

      if (!service->is_affordable)
        gtk_widget_add_css_class (cells[2], "cvn-over");
      cvn_grid_list_add (self->services, NULL, sentence, cells);
    }
  cvn_grid_list_end (self->services);
}

static void
say (CvnLeavingPane        *self,
     const char            *name,
     const CvnPartyLeaving *leaving)
{
  g_autofree char *lost = cvn_budget_money (leaving->lost);
  g_autofree char *uncovered = cvn_budget_money (leaving->uncovered);
  g_autofree char *text = NULL;

  if (leaving->uncovered == 0)
    text = g_strdup_printf (_("Without %1$s the year loses %2$s. The others that share with it could take it over by their key, to the cent."), name, lost);
  else
    text = g_strdup_printf (_("Without %1$s the year loses %2$s. Of that, %3$s has nobody to take it over."), name, lost, uncovered);
  gtk_label_set_text (GTK_LABEL (self->sentence), text);
}

/** cvn_leaving_pane_update: works it out again; FALSE when the party does not contribute any more. */
gboolean
cvn_leaving_pane_update (CvnLeavingPane *self)
{
  g_autoptr (CvnPartyLeaving) leaving = NULL;
  const char *name;

  if (self->party == NULL || self->board == NULL || !cvn_scenario_board_is_loaded (self->board))
    return FALSE;
  leaving = cvn_scenario_board_leave (self->board, self->party, NULL);
  if (leaving == NULL)
    return FALSE;
  name = find_label (cvn_scenario_board_get_base (self->board)->parties, self->party);
  gtk_label_set_text (GTK_LABEL (self->title), name);
  say (self, name, leaving);
  fill_sums (self, leaving);
  fill_shares (self, leaving);
  fill_services (self, leaving);
  return TRUE;
}

static void
cvn_leaving_pane_dispose (GObject *object)
{
  g_clear_object (&CVN_LEAVING_PANE (object)->board);
  G_OBJECT_CLASS (cvn_leaving_pane_parent_class)->dispose (object);
}

static void
cvn_leaving_pane_finalize (GObject *object)
{
  g_free (CVN_LEAVING_PANE (object)->party);
  G_OBJECT_CLASS (cvn_leaving_pane_parent_class)->finalize (object);
}

static void
cvn_leaving_pane_class_init (CvnLeavingPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_leaving_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_leaving_pane_finalize;
}

static void
cvn_leaving_pane_init (CvnLeavingPane *self)
{
  GtkWidget *content;
  GtkWidget *scrolled = cvn_budget_scrolled_new (&content);
  GtkWidget *section;

  self->title = cvn_budget_text_new ("", "title-3");
  self->sentence = cvn_budget_text_new ("", NULL);
  gtk_box_append (GTK_BOX (content), self->title);
  gtk_box_append (GTK_BOX (content), self->sentence);
  self->sums = CVN_GRID_LIST (cvn_grid_list_new (sum_columns, G_N_ELEMENTS (sum_columns), _("Result of the year"), ""));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->sums));
  section = cvn_budget_section_new (content, _("What the Others Would Pay"), NULL);
  self->shares = CVN_GRID_LIST (cvn_grid_list_new (share_columns, G_N_ELEMENTS (share_columns), _("What the Others Would Pay"), _("Nobody shares with this party.")));
  gtk_box_append (GTK_BOX (section), GTK_WIDGET (self->shares));
  section = cvn_budget_section_new (content, _("Services"), NULL);
  self->service_text = cvn_budget_text_new ("", NULL);
  self->services = CVN_GRID_LIST (cvn_grid_list_new (service_columns, G_N_ELEMENTS (service_columns), _("Services"), ""));
  gtk_box_append (GTK_BOX (section), self->service_text);
  gtk_box_append (GTK_BOX (section), GTK_WIDGET (self->services));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/** cvn_leaving_pane_new: shows nothing until it has a board and a party. */
GtkWidget *
cvn_leaving_pane_new (void)
{
  return g_object_new (CVN_TYPE_LEAVING_PANE, NULL);
}

/** cvn_leaving_pane_set_board: where to look. */
void
cvn_leaving_pane_set_board (CvnLeavingPane   *self,
                            CvnScenarioBoard *board)
{
  g_set_object (&self->board, board);
}

/** cvn_leaving_pane_set_party: the organisation that leaves. */
void
cvn_leaving_pane_set_party (CvnLeavingPane *self,
                            const char     *party)
{
  char *copy = g_strdup (party);

  g_free (self->party);
  self->party = copy;
  cvn_leaving_pane_update (self);
}

/** cvn_leaving_pane_get_sentence: what is lost, in words. */
const char *
cvn_leaving_pane_get_sentence (CvnLeavingPane *self)
{
  return gtk_label_get_text (GTK_LABEL (self->sentence));
}
