/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-fee-sheet-pane"

#include "cvn-fee-sheet-pane.h"

#include "cvn-kind.h"
#include "cvn-month.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

struct _CvnFeeSheetPane
{
  AdwBin parent_instance;

  CvnFeeSheet *sheet;
  GtkDropDown *measure;
  GtkDropDown *group;
  GtkWidget   *grid;
  GtkWidget   *message;
  GtkWidget   *missing;
  gboolean     was_empty;
};

G_DEFINE_FINAL_TYPE (CvnFeeSheetPane, cvn_fee_sheet_pane, ADW_TYPE_BIN)

static const CvnChoice *
get_groups (void)
{
  const CvnKind *kind = cvn_kind_find ("registration_count");

  return kind->fields[cvn_kind_find_field (kind, "target_group")].choices;
}

/* Whether there is no municipality to count for. */
static gboolean
is_empty (CvnFeeSheetPane *self)
{
  return cvn_fee_sheet_is_loaded (self->sheet) && cvn_fee_sheet_get_n_rows (self->sheet) == 0;
}

/* What can be done here, when there is nothing else to say. */
static const char *
get_hint (CvnFeeSheetPane *self)
{
  if (is_empty (self))
    return _("There are no municipalities yet. Add them as partners: each is a row here.");
  return cvn_fee_sheet_is_editable (self->sheet) ? _("Type a number, or paste a block from a spreadsheet. Every change can be undone.")
                                                 : _("Choose one group, and registrations or paid registrations, to fill in numbers.");
}

static void
show_message (CvnFeeSheetPane *self,
              const char      *message,
              gboolean         is_error)
{
  if (*message == '\0')
    message = get_hint (self);
  gtk_label_set_text (GTK_LABEL (self->message), message);
  if (is_error)
    gtk_widget_add_css_class (self->message, "error");
  else
    gtk_widget_remove_css_class (self->message, "error");
}

static void
told_cb (CvnFeeSheetPane *self,
         const char      *message,
         gboolean         is_error)
{
  show_message (self, message, is_error);
}

static void
measure_cb (CvnFeeSheetPane *self)
{
  cvn_fee_sheet_set_measure (self->sheet, (CvnFeeMeasure) gtk_drop_down_get_selected (self->measure));
  show_message (self, "", FALSE);
}

static void
group_cb (CvnFeeSheetPane *self)
{
  guint selected = gtk_drop_down_get_selected (self->group);

  cvn_fee_sheet_set_group (self->sheet, selected == 0 ? NULL : get_groups ()[selected - 1].code);
  show_message (self, "", FALSE);
}

/* Feature 58: which months nobody has figures of, although the tenth day after them is over. */
static void
changed_cb (CvnFeeSheetPane *self)
{
  g_autoptr (GString) months = g_string_new (NULL);
  g_autofree char *text = NULL;

  if (is_empty (self) != self->was_empty)
    {
      self->was_empty = is_empty (self);
      show_message (self, "", FALSE);
    }
  for (guint month = 0; month < 12; month++)
    if (cvn_fee_sheet_is_missing (self->sheet, month))
      {
        g_autofree char *name = cvn_month_format ((gint64) cvn_fee_sheet_get_year (self->sheet) * 12 + month, cvn_interface_language ());

        g_string_append_printf (months, "%s%s", months->len > 0 ? ", " : "", name);
      }
  /* Translators: the months, such as "March 2020, April 2020". */
  text = g_strdup_printf (_("No figures yet: %s. A month is due on the 10th of the next one."), months->str);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (self->missing)), text);
  gtk_widget_set_visible (self->missing, months->len > 0);
}

static void
cvn_fee_sheet_pane_dispose (GObject *object)
{
  CvnFeeSheetPane *self = CVN_FEE_SHEET_PANE (object);

  g_clear_object (&self->sheet);
  G_OBJECT_CLASS (cvn_fee_sheet_pane_parent_class)->dispose (object);
}

static void
cvn_fee_sheet_pane_class_init (CvnFeeSheetPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_fee_sheet_pane_dispose;
}

static void
cvn_fee_sheet_pane_init (CvnFeeSheetPane *self)
{
}

static GtkWidget *
make_choice (GtkWidget  *bar,
             const char *label)
{
  GtkWidget *choice = gtk_drop_down_new (G_LIST_MODEL (gtk_string_list_new (NULL)), NULL);

  cvn_tooltip_set (choice, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (GTK_BOX (bar), choice);
  return choice;
}

static void
add_option (GtkDropDown *choice,
            const char  *label)
{
  gtk_string_list_append (GTK_STRING_LIST (gtk_drop_down_get_model (choice)), label);
}

static GtkWidget *
make_bar (CvnFeeSheetPane *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->measure = GTK_DROP_DOWN (make_choice (bar, _("What Is Shown")));
  add_option (self->measure, _("Registrations"));
  add_option (self->measure, _("Paid"));
  add_option (self->measure, _("Revenue"));
  self->group = GTK_DROP_DOWN (make_choice (bar, _("Group")));
  add_option (self->group, _("All groups"));
  for (const CvnChoice *choice = get_groups (); choice->code != NULL; choice++)
    add_option (self->group, _(choice->label));
  return bar;
}

static GtkWidget *
make_line (void)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "hexpand", TRUE, "selectable", FALSE, NULL);

  return label;
}

static GtkWidget *
make_missing (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_box_append (GTK_BOX (box), make_line ());
  return box;
}

/** cvn_fee_sheet_pane_new: (transfer floating): shows @sheet. */
GtkWidget *
cvn_fee_sheet_pane_new (CvnFeeSheet *sheet)
{
  CvnFeeSheetPane *self = g_object_new (CVN_TYPE_FEE_SHEET_PANE, NULL);
  GtkWidget       *scrolled = gtk_scrolled_window_new ();
  GtkWidget       *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->sheet = g_object_ref (sheet);
  gtk_box_append (GTK_BOX (content), make_bar (self));
  self->missing = make_missing ();
  gtk_box_append (GTK_BOX (content), self->missing);
  self->grid = cvn_fee_grid_view_new (sheet);
  gtk_widget_add_css_class (self->grid, "card");
  gtk_box_append (GTK_BOX (content), self->grid);
  self->message = make_line ();
  gtk_box_append (GTK_BOX (content), self->message);
  gtk_widget_add_css_class (content, "cvn-fees");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), content);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  g_signal_connect_object (self->measure, "notify::selected", G_CALLBACK (measure_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->group, "notify::selected", G_CALLBACK (group_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "told", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sheet, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show_message (self, "", FALSE);
  changed_cb (self);
  return GTK_WIDGET (self);
}

/** cvn_fee_sheet_pane_get_grid: the grid, owned by the pane. */
CvnFeeGridView *
cvn_fee_sheet_pane_get_grid (CvnFeeSheetPane *self)
{
  return CVN_FEE_GRID_VIEW (self->grid);
}

/** cvn_fee_sheet_pane_get_message: what is said below the grid, owned by the pane. */
const char *
cvn_fee_sheet_pane_get_message (CvnFeeSheetPane *self)
{
  return gtk_label_get_text (GTK_LABEL (self->message));
}
