/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-event-costs"

#include "cvn-event-parts.h"
#include "cvn-event-rule.h"
#include "cvn-event-sections.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

/* What one event costs and brings in, who pays, and how the rest is shared. */
#define CVN_TYPE_EVENT_COSTS (cvn_event_costs_get_type ())
G_DECLARE_FINAL_TYPE (CvnEventCosts, cvn_event_costs, CVN, EVENT_COSTS, AdwBin)

struct _CvnEventCosts
{
  AdwBin parent_instance;

  CvnEventSheet *sheet;
  GtkWidget     *content;
  GtkWidget     *totals;
  GtkWidget     *lines;
  GtkWidget     *partners;
  GtkWidget     *shares;
  GtkWidget     *shares_detail;
  GtkWidget     *shares_box;
};

G_DEFINE_FINAL_TYPE (CvnEventCosts, cvn_event_costs, ADW_TYPE_BIN)

static GtkWidget *
add_row (GtkWidget  *list,
         const char *title,
         const char *subtitle,
         const char *value)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (value);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return row;
}

/* An amount beside what was budgeted. */
static void
add_total (CvnEventCosts *self,
           const char    *title,
           const char    *column,
           const char    *budget_column)
{
  gint64           amount, budget;
  gboolean         known = cvn_event_sheet_get_total (self->sheet, column, &amount);
  gboolean         budgeted = budget_column != NULL && cvn_event_sheet_get_total (self->sheet, budget_column, &budget);
  g_autofree char *value = known ? cvn_event_dup_euro (amount) : g_strdup ("–");
  g_autofree char *planned = budgeted ? cvn_event_dup_euro (budget) : NULL;
  g_autofree char *subtitle = budgeted ? g_strdup_printf (_("budget %s"), planned) : NULL;
  GtkWidget       *row;

  if (!known && !budgeted)
    return;
  row = add_row (self->totals, title, subtitle, value);
  if (known && budgeted && g_str_equal (column, "cost") && amount > budget)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      gtk_widget_add_css_class (icon, "warning");
      cvn_tooltip_set (icon, _("More than was budgeted"));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
    }
}

static void
fill_totals (CvnEventCosts *self)
{
  gint64           attended;
  gint64           each;
  gint64           net = cvn_event_sheet_get_net_cost (self->sheet);
  g_autofree char *net_text = cvn_event_dup_euro (net);
  g_autofree char *each_text = NULL;

  cvn_event_clear_list (self->totals);
  add_total (self, _("Cost"), "cost", "cost_budget");
  add_total (self, _("Income"), "income", "income_budget");
  add_total (self, _("Pledged by sponsors"), "pledged", NULL);
  add_total (self, _("Invoiced to sponsors"), "invoiced", NULL);
  add_total (self, _("Paid by sponsors"), "paid", NULL);
  add_row (self->totals, _("Net cost"), _("cost less income and sponsors"), net_text);
  cvn_event_sheet_get_total (self->sheet, "attended", &attended);
  each = cvn_event_per_head (MAX (net, 0), attended);
  if (each >= 0)
    {
      each_text = cvn_event_dup_euro (each);
      add_row (self->totals, _("Net cost per head"), NULL, each_text);
    }
}

static void
opened_cb (CvnEventCosts *self,
           GtkListBoxRow *row)
{
  GtkWidget  *list = gtk_widget_get_parent (GTK_WIDGET (row));
  const char *kind = list == self->lines ? "event_cost" : "event_partner";
  GPtrArray  *parts = cvn_event_sheet_get_parts (self->sheet, kind);
  guint       place = (guint) gtk_list_box_row_get_index (row);

  if (place < parts->len)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(ss)", kind, cvn_record_get_id (parts->pdata[place]));
}

static void
fill_lines (CvnEventCosts *self)
{
  GPtrArray *lines = cvn_event_sheet_get_parts (self->sheet, "event_cost");

  cvn_event_clear_list (self->lines);
  for (guint i = 0; i < lines->len; i++)
    {
      CvnRecord       *line = lines->pdata[i];
      gboolean         income = g_strcmp0 (cvn_record_get_text (line, "kind"), "income") == 0;
      g_autofree char *amount = cvn_record_has (line, "amount") ? cvn_event_dup_euro (cvn_record_get_integer (line, "amount")) : g_strdup ("–");
      g_autofree char *budget = cvn_record_has (line, "budget") ? cvn_event_dup_euro (cvn_record_get_integer (line, "budget")) : NULL;
      g_autofree char *planned = budget != NULL ? g_strdup_printf (_("budget %s"), budget) : NULL;
      g_autofree char *subtitle = g_strjoin (" · ", income ? _("Income") : _("Cost"), planned, NULL);

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (add_row (self->lines, cvn_record_get_text (line, "text"), subtitle, amount)), TRUE);
    }
  if (lines->len == 0)
    cvn_event_add_nothing (self->lines, _("No lines yet: the amounts are those that were entered with the event."));
}

static char *
describe_partner (CvnRecord *partner)
{
  const CvnKind   *kind = cvn_record_get_kind (partner);
  const CvnChoice *role = cvn_field_find_choice (&kind->fields[cvn_kind_find_field (kind, "role")], cvn_record_get_text (partner, "role"));
  g_autofree char *invoiced = cvn_event_dup_euro (cvn_record_get_integer (partner, "invoiced"));
  g_autofree char *paid = cvn_event_dup_euro (cvn_record_get_integer (partner, "paid"));
  GString         *text = g_string_new (role != NULL ? _(role->label) : "");

  if (cvn_record_has (partner, "share"))
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, ngettext ("%lld part", "%lld parts", (gulong) cvn_record_get_integer (partner, "share")),
                              (long long) cvn_record_get_integer (partner, "share"));
    }
  if (cvn_record_has (partner, "invoiced") || cvn_record_has (partner, "paid"))
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _("invoiced %1$s, paid %2$s"), invoiced, paid);
    }
  if (cvn_record_has (partner, "visibility"))
    g_string_append_printf (text, " · %s", cvn_record_get_text (partner, "visibility"));
  return g_string_free (text, FALSE);
}

static void
fill_partners (CvnEventCosts *self)
{
  GPtrArray *partners = cvn_event_sheet_get_parts (self->sheet, "event_partner");

  cvn_event_clear_list (self->partners);
  for (guint i = 0; i < partners->len; i++)
    {
      CvnRecord       *partner = partners->pdata[i];
      g_autofree char *subtitle = describe_partner (partner);
      g_autofree char *pledged = cvn_record_has (partner, "pledged") ? cvn_event_dup_euro (cvn_record_get_integer (partner, "pledged")) : g_strdup ("");
      GtkWidget       *row = add_row (self->partners, cvn_event_sheet_get_organisation (self->sheet, partner), subtitle, pledged);

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
    }
  if (partners->len == 0)
    cvn_event_add_nothing (self->partners, _("No co-organisers or sponsors yet."));
}

static void
fill_shares (CvnEventCosts *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) shares = cvn_event_sheet_split_cost (self->sheet, &error);

  cvn_event_clear_list (self->shares);
  gtk_widget_set_visible (self->shares_box, shares == NULL || shares->len > 0);
  gtk_label_set_text (GTK_LABEL (self->shares_detail), shares != NULL ? _("The net cost by parts, to the cent; the parts stand with the partners and, for the centre, with the event.")
                                                                      : error->message);
  for (guint i = 0; shares != NULL && i < shares->len; i++)
    {
      const CvnEventShare *share = &g_array_index (shares, CvnEventShare, i);
      g_autofree char     *parts = g_strdup_printf (ngettext ("%lld part", "%lld parts", (gulong) share->parts), (long long) share->parts);
      g_autofree char     *amount = cvn_event_dup_euro (share->cents);

      add_row (self->shares, share->name, parts, amount);
    }
}

static void
changed_cb (CvnEventCosts *self)
{
  gboolean announced = g_strcmp0 (cvn_record_get_text (cvn_event_sheet_get_record (self->sheet), "mode"), "announced") == 0;

  fill_totals (self);
  fill_lines (self);
  fill_partners (self);
  fill_shares (self);
  gtk_widget_set_sensitive (self->content, !announced);
}

static void
cvn_event_costs_dispose (GObject *object)
{
  g_clear_object (&CVN_EVENT_COSTS (object)->sheet);
  G_OBJECT_CLASS (cvn_event_costs_parent_class)->dispose (object);
}

static void
cvn_event_costs_class_init (CvnEventCostsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_event_costs_dispose;
}

static void
cvn_event_costs_init (CvnEventCosts *self)
{
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
}

/** cvn_event_costs_new: what the event of @sheet costs. */
GtkWidget *
cvn_event_costs_new (CvnEventSheet *sheet)
{
  CvnEventCosts *self = g_object_new (CVN_TYPE_EVENT_COSTS, NULL);
  GtkBox        *box = GTK_BOX (self->content);

  self->sheet = g_object_ref (sheet);
  gtk_box_append (box, cvn_event_section_new (_("Costs and income"), &self->totals, NULL));
  gtk_box_append (box, cvn_event_section_new (_("Lines"), &self->lines, NULL));
  gtk_box_append (box, cvn_event_kind_button_new (_("Add Line"), sheet, "event_cost"));
  gtk_box_append (box, cvn_event_section_new (_("Co-organisers and sponsors"), &self->partners, NULL));
  gtk_box_append (box, cvn_event_kind_button_new (_("Add Partner"), sheet, "event_partner"));
  self->shares_box = cvn_event_section_new (_("Who bears the cost"), &self->shares, &self->shares_detail);
  gtk_box_append (box, self->shares_box);
  g_signal_connect_object (self->lines, "row-activated", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->partners, "row-activated", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), cvn_event_page_new (self->content));
  cvn_event_follow (GTK_WIDGET (self), sheet, G_CALLBACK (changed_cb));
  return GTK_WIDGET (self);
}
