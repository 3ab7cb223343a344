/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-packages-view"

#include "cvn-packages-view.h"

#include "cvn-benefit-dialog.h"
#include "cvn-benefit-rule.h"
#include "cvn-change-words.h"
#include "cvn-figure-set.h"
#include "cvn-grid-list.h"
#include "cvn-money.h"
#include "cvn-programme-operations.h"
#include "cvn-window.h"

#include <glib/gi18n-lib.h>

typedef enum {
  PACKAGE_PARTNER,
  PACKAGE_LEVEL,
  PACKAGE_GIVEN,
  PACKAGE_STATE,
  PACKAGE_PRICE,
  N_PACKAGE_CELLS,
} PackageCell;

typedef enum {
  BENEFIT_PARTNER,
  BENEFIT_DUE,
  BENEFIT_PROOF,
  BENEFIT_STATE,
  N_BENEFIT_CELLS,
} BenefitCell;

static const CvnGridColumn package_columns[N_PACKAGE_CELLS] = {
  [PACKAGE_PARTNER] = { N_("Partner"), CVN_GRID_REST, 0.0f, CVN_NARROW_LEAD },
  [PACKAGE_LEVEL] = { N_("Package"), 120, 0.0f, CVN_NARROW_LINE },
  [PACKAGE_GIVEN] = { N_("Delivered"), 100, 0.0f, CVN_NARROW_LINE },
  [PACKAGE_STATE] = { N_("State"), 220, 0.0f, CVN_NARROW_LINE },
  [PACKAGE_PRICE] = { N_("Price without VAT"), 130, 1.0f, CVN_NARROW_VALUE },
};

static const CvnGridColumn benefit_columns[N_BENEFIT_CELLS] = {
  [BENEFIT_PARTNER] = { N_("Partner"), CVN_GRID_REST, 0.0f, CVN_NARROW_LEAD },
  [BENEFIT_DUE] = { N_("Due on"), 120, 0.0f, CVN_NARROW_VALUE },
  [BENEFIT_PROOF] = { N_("Proof"), CVN_GRID_REST, 0.0f, CVN_NARROW_LINE },
  [BENEFIT_STATE] = { N_("State"), 190, 0.0f, CVN_NARROW_LINE },
};

struct _CvnPackagesView
{
  AdwBin parent_instance;

  CvnCentre    *centre;
  CvnFigureSet *figures;
  CvnGridList  *packages;
  CvnGridList  *benefits;
  GtkLabel     *headline;
};

static const char *const figure_names[] = { "package-ledger", "benefit-ledger", NULL };

G_DEFINE_FINAL_TYPE (CvnPackagesView, cvn_packages_view, ADW_TYPE_BIN)

static char *
describe_package (CvnTable *table,
                  guint     row)
{
  guint overdue = (guint) cvn_table_get_integer (table, row, "overdue");
  guint planned = (guint) cvn_table_get_integer (table, row, "planned");

  if (cvn_table_get_integer (table, row, "promised") == 0)
    return g_strdup (_("Press Enter to write its benefits down"));
  if (overdue > 0)
    return g_strdup_printf (ngettext ("%u overdue", "%u overdue", overdue), overdue);
  if (planned > 0)
    return g_strdup_printf (ngettext ("%u planned", "%u planned", planned), planned);
  return g_strdup ("");
}

static void
add_package (CvnPackagesView *self,
             CvnTable        *table,
             guint            row)
{
  const char      *name = cvn_table_words_get_label (table, row);
  const char      *level = cvn_table_get_text (table, row, "package");
  g_autofree char *price = cvn_table_words_dup_money (table, row, "amount");
  g_autofree char *state = describe_package (table, row);
  /* Translators: of the benefits of a partner, how many were delivered and how many were promised */
  g_autofree char *given = g_strdup_printf (_("%1$d/%2$d"), (int) cvn_table_get_integer (table, row, "delivered"), (int) cvn_table_get_integer (table, row, "promised"));
  g_autofree char *sentence = g_strdup_printf (_("%1$s, package %2$s, %3$s benefits delivered. %4$s"), name, level, given, state);
  GtkWidget       *cells[N_PACKAGE_CELLS] = {
          [PACKAGE_PARTNER] = cvn_grid_cell_new (name, 0.0f, NULL),
          [PACKAGE_LEVEL] = cvn_grid_cell_new (level, 0.0f, NULL),
          [PACKAGE_GIVEN] = cvn_grid_cell_new (given, 0.0f, NULL),
          [PACKAGE_STATE] = cvn_grid_cell_new (state, 0.0f, NULL),
          [PACKAGE_PRICE] = cvn_grid_cell_new (price, 1.0f, NULL),
  };

  gtk_widget_add_css_class (cells[PACKAGE_GIVEN], "numeric");
  gtk_widget_add_css_class (cells[PACKAGE_STATE], cvn_table_get_integer (table, row, "overdue") > 0 ? "cvn-beside" : "dim-label");
  cvn_grid_list_add (self->packages, cvn_table_get_text (table, row, "id"), sentence, cells);
}

static const char *
get_title (CvnTable *table,
           guint     row)
{
  return cvn_table_get_text (table, row, cvn_interface_language () == CVN_LANGUAGE_EN ? "title_en" : "title");
}

static char *
describe_benefit (CvnTable       *table,
                  guint           row,
                  CvnBenefitState state)
{
  const char      *column = state == CVN_BENEFIT_DELIVERED ? "delivered_on" : state == CVN_BENEFIT_PLANNED ? "planned_on"
                                                                                                           : NULL;
  g_autofree char *day = column != NULL ? cvn_table_words_dup_day (table, row, column) : NULL;

  if (day == NULL)
    return g_strdup (cvn_benefit_state_get_label (state));
  return g_strdup_printf (_("%1$s on %2$s"), cvn_benefit_state_get_label (state), day);
}

static CvnBenefitState
get_state (CvnTable *table,
           guint     row)
{
  for (guint i = 0; i < CVN_BENEFIT_N_STATES; i++)
    if (g_strcmp0 (cvn_benefit_state_get_code ((CvnBenefitState) i), cvn_table_get_text (table, row, "state")) == 0)
      return (CvnBenefitState) i;
  return CVN_BENEFIT_PROMISED;
}

static void
add_benefit (CvnPackagesView *self,
             CvnTable        *table,
             guint            row)
{
  CvnBenefitState  state = get_state (table, row);
  const char      *name = cvn_table_words_get_label (table, row);
  g_autofree char *due = cvn_table_words_dup_day (table, row, "date");
  g_autofree char *words = describe_benefit (table, row, state);
  g_autofree char *sentence = g_strdup_printf (_("%1$s: %2$s, due on %3$s, %4$s"), name, get_title (table, row), due, words);
  const char      *channel = cvn_table_get_text (table, row, cvn_interface_language () == CVN_LANGUAGE_EN ? "channel_en" : "channel");
  const char      *proof = cvn_table_get_text (table, row, "proof");
  GtkWidget       *cells[N_BENEFIT_CELLS] = {
          [BENEFIT_PARTNER] = cvn_grid_cell_new (name, 0.0f, get_title (table, row)),
          [BENEFIT_DUE] = cvn_grid_cell_new (due, 0.0f, NULL),
          [BENEFIT_PROOF] = cvn_grid_cell_new (proof != NULL ? proof : channel, 0.0f, NULL),
          [BENEFIT_STATE] = cvn_grid_cell_new (words, 0.0f, NULL),
  };

  gtk_widget_add_css_class (cells[BENEFIT_DUE], "numeric");
  if (state == CVN_BENEFIT_OVERDUE)
    gtk_widget_add_css_class (cells[BENEFIT_STATE], "cvn-beside");
  cvn_grid_list_add (self->benefits, cvn_table_get_text (table, row, "id"), sentence, cells);
}

static void
changed_cb (CvnPackagesView *self)
{
  CvnTable        *packages = cvn_figure_set_get (self->figures, "package-ledger");
  CvnTable        *benefits = cvn_figure_set_get (self->figures, "benefit-ledger");
  guint            n = cvn_table_get_n_rows (packages);
  g_autofree char *amount = cvn_money_format_euro (cvn_table_sum (packages, "amount"), cvn_interface_language ());
  g_autofree char *headline = g_strdup_printf (ngettext ("%1$u package in %2$d: %3$s. %4$d of %5$d benefits delivered, %6$d overdue.",
                                                         "%1$u packages in %2$d: %3$s. %4$d of %5$d benefits delivered, %6$d overdue.", n),
                                               n, cvn_figure_set_get_year (self->figures), amount, (int) cvn_table_sum (packages, "delivered"),
                                               (int) cvn_table_sum (packages, "promised"), (int) cvn_table_sum (packages, "overdue"));

  gtk_label_set_text (self->headline, headline);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "packages.renew", n > 0 && cvn_operation_dialog_is_allowed (self->centre));
  cvn_grid_list_begin (self->packages, n);
  for (guint row = 0; row < n && !cvn_grid_list_is_full (self->packages); row++)
    add_package (self, packages, row);
  cvn_grid_list_end (self->packages);
  cvn_grid_list_begin (self->benefits, cvn_table_get_n_rows (benefits));
  for (guint row = 0; row < cvn_table_get_n_rows (benefits) && !cvn_grid_list_is_full (self->benefits); row++)
    add_benefit (self, benefits, row);
  cvn_grid_list_end (self->benefits);
}

static void
map_cb (CvnPackagesView *self)
{
  if (self->figures != NULL)
    return;
  self->figures = cvn_figure_set_new (self->centre, figure_names);
  g_signal_connect_object (self->figures, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static int
find_row (CvnTable   *table,
          const char *id)
{
  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    if (g_strcmp0 (cvn_table_get_text (table, row, "id"), id) == 0)
      return (int) row;
  return -1;
}

static void
run_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  g_autoptr (CvnPackagesView) self = data;
  g_autoptr (GError) error = NULL;

  if (cvn_centre_finish (CVN_CENTRE (source), result, &error) < 0)
    cvn_window_show_toast (GTK_WIDGET (self), error->message, FALSE);
  else
    cvn_window_show_toast (GTK_WIDGET (self), _("The benefits were written down"), TRUE);
}

static void
run (CvnPackagesView *self,
     CvnOperation    *operation,
     const char      *subject)
{
  cvn_operation_set_subject (operation, subject);
  cvn_operation_run_async (operation, self->centre, NULL, run_cb, g_object_ref (self));
}

/* A package without benefits gets them; else it opens. */
static void
package_cb (CvnPackagesView *self,
            const char      *id)
{
  CvnTable *table = cvn_figure_set_get (self->figures, "package-ledger");
  int       row = find_row (table, id);
  g_autoptr (CvnOperation) operation = NULL;

  if (row < 0 || cvn_table_get_integer (table, (guint) row, "promised") > 0 || !cvn_operation_dialog_is_allowed (self->centre))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "programmes.open", "(ss)", "partner_package", id);
      return;
    }
  operation = cvn_promise_benefits_new (id);
  run (self, operation, cvn_table_words_get_label (table, (guint) row));
}

static void
benefit_cb (CvnPackagesView *self,
            const char      *id)
{
  CvnTable *table = cvn_figure_set_get (self->figures, "benefit-ledger");
  int       row = find_row (table, id);

  if (row < 0 || get_state (table, (guint) row) == CVN_BENEFIT_DELIVERED || !cvn_operation_dialog_is_allowed (self->centre))
    gtk_widget_activate_action (GTK_WIDGET (self), "programmes.open", "(ss)", "exposure", id);
  else
    gtk_window_present (GTK_WINDOW (cvn_benefit_dialog_new (GTK_WIDGET (self), self->centre, id, cvn_table_words_get_label (table, (guint) row),
                                                            get_title (table, (guint) row))));
}

static void
renew_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  CvnPackagesView *self = CVN_PACKAGES_VIEW (widget);
  int              year = cvn_figure_set_get_year (self->figures);
  g_autoptr (CvnOperation) operation = cvn_renew_packages_new (year);
  g_autofree char *subject = g_strdup_printf ("%d", year + 1);

  run (self, operation, subject);
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "programmes.add", "s", "partner_package");
}

static void
cvn_packages_view_dispose (GObject *object)
{
  CvnPackagesView *self = CVN_PACKAGES_VIEW (object);

  g_clear_object (&self->figures);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_packages_view_parent_class)->dispose (object);
}

static void
cvn_packages_view_class_init (CvnPackagesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_packages_view_dispose;
  gtk_widget_class_install_action (widget_class, "packages.renew", NULL, renew_action);
  gtk_widget_class_install_action (widget_class, "packages.add", NULL, add_action);
}

static void
cvn_packages_view_init (CvnPackagesView *self)
{
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}

static void
add_title (GtkWidget  *content,
           const char *title)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, NULL);

  gtk_widget_add_css_class (label, "title-4");
  gtk_box_append (GTK_BOX (content), label);
}

static GtkWidget *
make_button (const char *label,
             const char *action,
             const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  return button;
}

/** cvn_packages_view_new: reads its figures when it is first looked at. */
GtkWidget *
cvn_packages_view_new (CvnCentre *centre)
{
  CvnPackagesView *self = g_object_new (CVN_TYPE_PACKAGES_VIEW, NULL);
  GtkWidget       *scrolled = gtk_scrolled_window_new ();
  GtkWidget       *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget       *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->centre = g_object_ref (centre);
  self->headline = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL));
  gtk_box_append (GTK_BOX (tools), make_button (_("_Add Package"), "packages.add", _("Add the package of a partner")));
  gtk_box_append (GTK_BOX (tools), make_button (_("Renew for _Next Year"), "packages.renew", _("Copy the packages to the next year, with what they promise, for partners that have none yet")));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->headline));
  gtk_box_append (GTK_BOX (content), tools);
  add_title (content, _("Packages"));
  self->packages = CVN_GRID_LIST (cvn_grid_list_new (package_columns, N_PACKAGE_CELLS, _("Packages"), _("No partner has a package in this year.")));
  g_signal_connect_object (self->packages, "activated", G_CALLBACK (package_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->packages, "refill", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->packages));
  add_title (content, _("Benefits"));
  self->benefits = CVN_GRID_LIST (cvn_grid_list_new (benefit_columns, N_BENEFIT_CELLS, _("Benefits"), _("No benefits of this year have been written down.")));
  g_signal_connect_object (self->benefits, "activated", G_CALLBACK (benefit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->benefits, "refill", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->benefits));
  gtk_widget_add_css_class (content, "cvn-parties");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), content);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  return GTK_WIDGET (self);
}
