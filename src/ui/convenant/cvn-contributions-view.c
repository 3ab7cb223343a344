/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-contributions-view"

#include "cvn-contributions-view.h"

#include "cvn-agreement-words.h"
#include "cvn-allocate-dialog.h"
#include "cvn-change-words.h"
#include "cvn-columns-layout.h"
#include "cvn-figure-set.h"
#include "cvn-money.h"
#include "cvn-partner-item.h"
#include "cvn-plan-dialog.h"
#include "cvn-rule-pane.h"
#include "cvn-rules-section.h"
#include "cvn-share-text.h"
#include "cvn-sum-button.h"
#include "cvn-tooltip.h"
#include "cvn-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _CvnContributionsView
{
  AdwBin parent_instance;

  CvnCentre    *centre;
  CvnFigureSet *figures; /* NULL before it is looked at */
  GtkStack     *stack;   /* contributions or rule */
  CvnRulePane  *pane;
  CvnGridList  *rules;
  GtkLabel     *key_line;
  GtkWidget    *key_box;
  CvnGridList  *key;
  CvnGridList  *commitments;
  GtkWidget    *committed;
  GtkWidget    *received;
};

G_DEFINE_FINAL_TYPE (CvnContributionsView, cvn_contributions_view, ADW_TYPE_BIN)

static const char *const figure_names[] = { "year-key", "year-rules", "year-commitments", "agreements", "contributions-committed", "contributions-received", NULL };

typedef enum {
  KEY_PARTY,
  KEY_WEIGHT,
  KEY_EXACT,
  KEY_AMOUNT,
  N_KEY_CELLS,
} KeyCell;

static const CvnGridColumn key_columns[N_KEY_CELLS] = {
  [KEY_PARTY] = { N_("Party"), CVN_GRID_REST, 0.0f, CVN_NARROW_LEAD },
  [KEY_WEIGHT] = { N_("Weight"), 120, 1.0f, CVN_NARROW_HIDE },
  [KEY_EXACT] = { N_("Exact share"), 130, 1.0f, CVN_NARROW_HIDE },
  [KEY_AMOUNT] = { N_("Amount"), 110, 1.0f, CVN_NARROW_VALUE },
};

typedef enum {
  DUE_PARTY,
  DUE_PERIOD,
  DUE_BASIS,
  DUE_PAID,
  DUE_AMOUNT,
  N_DUE_CELLS,
} DueCell;

static const CvnGridColumn due_columns[N_DUE_CELLS] = {
  [DUE_PARTY] = { N_("Party"), CVN_GRID_REST, 0.0f, CVN_NARROW_LEAD },
  [DUE_PERIOD] = { N_("Period"), 204, 0.0f, CVN_NARROW_LINE },
  [DUE_BASIS] = { N_("Basis"), 140, 0.0f, CVN_NARROW_HIDE },
  [DUE_PAID] = { N_("Paid"), 110, 1.0f, CVN_NARROW_HIDE },
  [DUE_AMOUNT] = { N_("Amount"), 110, 1.0f, CVN_NARROW_VALUE },
};

static char *
money (gint64 cents)
{
  return cvn_money_format_euro (cents, cvn_interface_language ());
}

static void
add_key_line (CvnContributionsView *self,
              CvnTable             *table,
              guint                 row,
              gint64                weights)
{
  CvnLanguage      language = cvn_interface_language ();
  g_autofree char *weight = cvn_share_text_number (cvn_table_get_integer (table, row, "weight"), language);
  g_autofree char *of = cvn_share_text_number (weights, language);
  g_autofree char *exact = cvn_share_text_exact (cvn_table_get_integer (table, row, "total"), cvn_table_get_integer (table, row, "weight"), weights, language);
  g_autofree char *amount = money (cvn_table_get_integer (table, row, "amount"));
  /* Translators: a weight and the sum of all weights: 125,100 of 276,900 */
  g_autofree char *share = g_strdup_printf (_("%1$s of %2$s"), weight, of);
  g_autofree char *sentence = g_strdup_printf (_("%1$s: %2$s, exactly %3$s, rounded %4$s"), cvn_table_words_get_label (table, row), share, exact, amount);
  GtkWidget       *cells[N_KEY_CELLS] = {
          [KEY_PARTY] = cvn_grid_cell_new (cvn_table_words_get_label (table, row), 0.0f, share),
          [KEY_WEIGHT] = cvn_grid_cell_new (weight, 1.0f, NULL),
          [KEY_EXACT] = cvn_grid_cell_new (exact, 1.0f, NULL),
          [KEY_AMOUNT] = cvn_grid_cell_new (amount, 1.0f, NULL),
  };

  cvn_grid_list_add (self->key, cvn_table_get_text (table, row, "id"), sentence, cells);
}

/* The weights of all lines of the key that the line in @row belongs to. */
static gint64
sum_weights (CvnTable *table,
             guint     row)
{
  const char *key = cvn_table_get_text (table, row, "allocation_key");
  gint64      sum = 0;

  for (guint i = 0; i < cvn_table_get_n_rows (table); i++)
    if (g_strcmp0 (cvn_table_get_text (table, i, "allocation_key"), key) == 0 &&
        __builtin_add_overflow (sum, cvn_table_get_integer (table, i, "weight"), &sum))
      return 0;
  return sum;
}

static char *
describe_keys (CvnTable *table)
{
  GString    *text = g_string_new (NULL);
  const char *last = NULL;

  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    {
      const char      *key = cvn_table_get_text (table, row, "allocation_key");
      const char      *method = cvn_partner_choice_label ("allocation_line", "method", cvn_table_get_text (table, row, "method"));
      g_autofree char *total = money (cvn_table_get_integer (table, row, "total"));

      if (g_strcmp0 (key, last) == 0)
        continue;
      last = key;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* Translators: the code of an allocation key, the sum that it divides, and how */
      g_string_append_printf (text, _("Key %1$s divides %2$s: %3$s"), key, total, method);
    }
  return g_string_free (text, FALSE);
}

static void
fill_key (CvnContributionsView *self)
{
  CvnTable        *table = cvn_figure_set_get (self->figures, "year-key");
  guint            n = cvn_table_get_n_rows (table);
  g_autofree char *line = describe_keys (table);

  gtk_widget_set_visible (self->key_box, n > 0);
  gtk_label_set_text (self->key_line, line);
  cvn_grid_list_begin (self->key, n);
  for (guint row = 0; row < n && !cvn_grid_list_is_full (self->key); row++)
    add_key_line (self, table, row, sum_weights (table, row));
  cvn_grid_list_end (self->key);
}

static void
add_commitment (CvnContributionsView *self,
                CvnTable             *table,
                guint                 row)
{
  g_autofree char *from = cvn_table_words_dup_day (table, row, "date");
  g_autofree char *until = cvn_table_words_dup_day (table, row, "end_date");
  g_autofree char *period = g_strdup_printf (_("%1$s – %2$s"), from, until);
  g_autofree char *paid = money (cvn_table_get_integer (table, row, "paid"));
  g_autofree char *amount = cvn_agreement_promise (cvn_table_get_integer (table, row, "amount"), cvn_table_get_integer (table, row, "hours"), cvn_interface_language ());
  const char      *basis = cvn_partner_choice_label ("commitment", "basis", cvn_table_get_text (table, row, "basis"));
  g_autofree char *sentence = g_strdup_printf (_("%1$s: %2$s for %3$s, %4$s paid"), cvn_table_words_get_label (table, row), amount, period, paid);
  GtkWidget       *cells[N_DUE_CELLS] = {
          [DUE_PARTY] = cvn_grid_cell_new (cvn_table_words_get_label (table, row), 0.0f, cvn_table_get_text (table, row, "condition")),
          [DUE_PERIOD] = cvn_grid_cell_new (period, 0.0f, NULL),
          [DUE_BASIS] = cvn_grid_cell_new (basis, 0.0f, NULL),
          [DUE_PAID] = cvn_grid_cell_new (paid, 1.0f, NULL),
          [DUE_AMOUNT] = cvn_grid_cell_new (amount, 1.0f, NULL),
  };

  gtk_widget_add_css_class (cells[DUE_PERIOD], "numeric");
  cvn_grid_list_add (self->commitments, cvn_table_get_text (table, row, "id"), sentence, cells);
}

/* What can be done follows from what there is, and from who looks. */
static void
update_actions (CvnContributionsView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean   allowed = self->figures != NULL && cvn_operation_dialog_is_allowed (self->centre);

  gtk_widget_action_set_enabled (widget, "contributions.add-rule", allowed);
  gtk_widget_action_set_enabled (widget, "contributions.allocate", allowed);
  gtk_widget_action_set_enabled (widget, "contributions.plan", allowed && cvn_table_get_n_rows (cvn_figure_set_get (self->figures, "year-commitments")) > 0);
}

static void
changed_cb (CvnContributionsView *self)
{
  CvnTable        *table = cvn_figure_set_get (self->figures, "year-commitments");
  guint            n = cvn_table_get_n_rows (table);
  g_autofree char *year = g_strdup_printf (_("in %d"), cvn_figure_set_get_year (self->figures));

  fill_key (self);
  cvn_rules_section_fill (self->rules, cvn_figure_set_get (self->figures, "year-rules"));
  update_actions (self);
  cvn_grid_list_begin (self->commitments, n);
  for (guint row = 0; row < n && !cvn_grid_list_is_full (self->commitments); row++)
    add_commitment (self, table, row);
  cvn_grid_list_end (self->commitments);
  cvn_sum_button_set (CVN_SUM_BUTTON (self->committed), cvn_figure_set_get_amount (self->figures, "contributions-committed"), year, NULL);
  cvn_sum_button_set (CVN_SUM_BUTTON (self->received), cvn_figure_set_get_amount (self->figures, "contributions-received"), year, NULL);
}

/* Nothing is read for a tab that nobody opens. */
static void
map_cb (CvnContributionsView *self)
{
  if (self->figures != NULL)
    return;
  self->figures = cvn_figure_set_new (self->centre, figure_names);
  g_signal_connect_object (self->figures, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
activated_cb (CvnContributionsView *self,
              const char           *id,
              CvnGridList          *list)
{
  if (list == self->rules)
    {
      gtk_stack_set_visible_child_name (self->stack, "rule");
      cvn_rule_pane_open (self->pane, id);
      return;
    }
  gtk_widget_activate_action (GTK_WIDGET (self), "convenant.open", "(ss)", list == self->key ? "allocation_line" : "commitment", id);
}

static void
closed_cb (CvnContributionsView *self)
{
  gtk_stack_set_visible_child_name (self->stack, "contributions");
  gtk_widget_child_focus (GTK_WIDGET (self->rules), GTK_DIR_TAB_FORWARD);
}

/* The agreement that a new rule is probably for: one that holds in the year, a covenant first. */
static int
find_agreement (CvnContributionsView *self,
                CvnTable             *agreements)
{
  g_autofree char *year = g_strdup_printf ("%04d", cvn_figure_set_get_year (self->figures));

  for (guint row = 0; row < cvn_table_get_n_rows (agreements); row++)
    {
      const char *from = cvn_table_get_text (agreements, row, "date");
      const char *until = cvn_table_get_text (agreements, row, "end_date");

      if (from != NULL && strncmp (from, year, 4) <= 0 && (until == NULL || strncmp (until, year, 4) >= 0))
        return (int) row;
    }
  return -1;
}

static void
add_rule_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  CvnContributionsView *self = CVN_CONTRIBUTIONS_VIEW (widget);
  CvnTable             *agreements = cvn_figure_set_get (self->figures, "agreements");
  int                   row = find_agreement (self, agreements);
  g_autofree char      *first = g_strdup_printf ("%04d-01-01", cvn_figure_set_get_year (self->figures));
  const char           *from = row >= 0 ? cvn_table_get_text (agreements, (guint) row, "date") : NULL;

  gtk_stack_set_visible_child_name (self->stack, "rule");
  cvn_rule_pane_add (self->pane, row >= 0 ? cvn_table_get_text (agreements, (guint) row, "id") : NULL,
                     row >= 0 ? cvn_table_words_get_label (agreements, (guint) row) : NULL,
                     from != NULL && strcmp (from, first) > 0 ? from : first);
}

static void
allocated_cb (CvnContributionsView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "contributions.proof", NULL);
}

/* Without a rule there is nothing to allocate by: that comes first. */
static void
allocate_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  CvnContributionsView *self = CVN_CONTRIBUTIONS_VIEW (widget);
  CvnTable             *rules = cvn_figure_set_get (self->figures, "year-rules");
  GtkWidget            *dialog;

  if (cvn_table_get_n_rows (rules) == 0)
    {
      cvn_window_show_toast (widget, _("First add the rule that says what each party pays."), FALSE);
      add_rule_cb (widget, action, parameter);
      return;
    }
  dialog = cvn_allocate_dialog_new (widget, self->centre, rules, cvn_grid_list_get_focused (self->rules));
  g_signal_connect_object (dialog, "done", G_CALLBACK (allocated_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
plan_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  CvnContributionsView *self = CVN_CONTRIBUTIONS_VIEW (widget);
  CvnTable             *commitments = cvn_figure_set_get (self->figures, "year-commitments");

  gtk_window_present (GTK_WINDOW (cvn_plan_dialog_new (widget, self->centre, commitments, cvn_grid_list_get_focused (self->commitments))));
}

static void
proof_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  CvnContributionsView *self = CVN_CONTRIBUTIONS_VIEW (widget);
  g_autofree char      *year = g_strdup_printf ("%d", cvn_centre_get_year (self->centre));

  gtk_widget_activate_action (widget, "win.open-report", "(ss)", "proof-sheet", year);
}

static void
cvn_contributions_view_dispose (GObject *object)
{
  CvnContributionsView *self = CVN_CONTRIBUTIONS_VIEW (object);

  g_clear_object (&self->figures);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_contributions_view_parent_class)->dispose (object);
}

static void
cvn_contributions_view_class_init (CvnContributionsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_contributions_view_dispose;
  gtk_widget_class_install_action (widget_class, "contributions.add-rule", NULL, add_rule_cb);
  gtk_widget_class_install_action (widget_class, "contributions.allocate", NULL, allocate_cb);
  gtk_widget_class_install_action (widget_class, "contributions.plan", NULL, plan_cb);
  gtk_widget_class_install_action (widget_class, "contributions.proof", NULL, proof_cb);
}

static void
cvn_contributions_view_init (CvnContributionsView *self)
{
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}

static GtkWidget *
add_section (GtkWidget  *content,
             const char *title,
             GtkWidget  *button)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "hexpand", TRUE, NULL);

  gtk_widget_add_css_class (label, "title-4");
  gtk_box_append (GTK_BOX (line), label);
  if (button != NULL)
    gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (content), box);
  return box;
}

static CvnGridList *
add_list (CvnContributionsView *self,
          GtkWidget            *box,
          GtkWidget            *list)
{
  g_signal_connect_object (list, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "refill", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), list);
  return CVN_GRID_LIST (list);
}

static GtkWidget *
make_sums (CvnContributionsView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, cvn_columns_layout_new (150, 4, 0));
  gtk_widget_add_css_class (box, "cvn-sums");
  self->committed = cvn_sum_button_new (self->centre, _("Committed by all parties"), "contributions-committed", NULL);
  self->received = cvn_sum_button_new (self->centre, _("Paid"), "contributions-received", NULL);
  gtk_widget_set_parent (self->committed, box);
  gtk_widget_set_parent (self->received, box);
  return box;
}

/* In a narrow window the words stand below each other where they are long. */
static GtkWidget *
make_button (const char *label,
             const char *action,
             const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_object_set (gtk_button_get_child (GTK_BUTTON (button)), "wrap", TRUE, "natural-wrap-mode", GTK_NATURAL_WRAP_NONE, "justify", GTK_JUSTIFY_CENTER, NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  cvn_tooltip_set (button, tooltip);
  return button;
}

static GtkWidget *
make_tools (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), make_button (_("_Allocate Year…"), "contributions.allocate", _("Work out what each party owes by a rule; you see it first")));
  gtk_box_append (GTK_BOX (box), make_button (_("Plan _Instalments…"), "contributions.plan", _("Divide commitments into instalments; you see them first")));
  return box;
}

static void
add_sections (CvnContributionsView *self,
              GtkWidget            *content)
{
  GtkWidget *box = add_section (content, _("Commitments"), NULL);

  gtk_box_append (GTK_BOX (box), make_tools ());
  self->commitments = add_list (self, box, cvn_grid_list_new (due_columns, N_DUE_CELLS, _("Commitments"), _("Nothing is committed for this year.")));
  box = add_section (content, _("Contribution Rules"), make_button (_("Add _Rule"), "contributions.add-rule", _("Say what each party of an agreement pays")));
  self->rules = add_list (self, box, cvn_rules_section_new_list ());
  self->key_box = add_section (content, _("Allocation Key"), make_button (_("_Proof Sheet"), "contributions.proof", _("Show how the cents were divided, to print or to check")));
  self->key_line = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->key_line), "dim-label");
  gtk_box_append (GTK_BOX (self->key_box), GTK_WIDGET (self->key_line));
  self->key = add_list (self, self->key_box, cvn_grid_list_new (key_columns, N_KEY_CELLS, _("Allocation Key"), ""));
}

/** cvn_contributions_view_new: reads its figures when it is first looked at. */
GtkWidget *
cvn_contributions_view_new (CvnCentre *centre)
{
  CvnContributionsView *self = g_object_new (CVN_TYPE_CONTRIBUTIONS_VIEW, NULL);
  GtkWidget            *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget            *scrolled = gtk_scrolled_window_new ();
  GtkWidget            *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  self->centre = g_object_ref (centre);
  g_signal_connect_object (centre, "notify::read-only", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (content, "cvn-parties");
  add_sections (self, content);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), content);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), make_sums (self));
  self->pane = CVN_RULE_PANE (cvn_rule_pane_new (centre));
  g_signal_connect_object (self->pane, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, box, "contributions");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->pane), "rule");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  update_actions (self);
  return GTK_WIDGET (self);
}
