/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-register-columns"

#include "cvn-register-columns.h"

#include "cvn-register-fields.h"

#include <glib/gi18n-lib.h>

struct _CvnRegisterColumns
{
  GtkPopover parent_instance;

  const CvnKind *kind;
  gboolean      *shown; /* per field */
  GtkWidget     *scrolled;
  GPtrArray     *buttons; /* of GtkCheckButton, per field; owned by the box */
};

typedef enum {
  CHANGED,
  N_SIGNALS,
} CvnRegisterColumnsSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CvnRegisterColumns, cvn_register_columns, GTK_TYPE_POPOVER)

static guint
count_shown (CvnRegisterColumns *self)
{
  guint n = 0;

  for (guint i = 0; i < self->kind->n_fields; i++)
    n += self->shown[i] ? 1 : 0;
  return n;
}

/* At least one column, and no more than a list can show quickly. */
static void
update_sensitive (CvnRegisterColumns *self)
{
  guint n = count_shown (self);

  for (guint i = 0; i < self->buttons->len; i++)
    gtk_widget_set_sensitive (g_ptr_array_index (self->buttons, i), self->shown[i] ? n > 1 : n < CVN_REGISTER_MAX_COLUMNS);
}

static void
toggled_cb (CvnRegisterColumns *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    self->shown[i] = gtk_check_button_get_active (g_ptr_array_index (self->buttons, i));
  update_sensitive (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
build (CvnRegisterColumns *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (box, "cvn-filter");
  g_ptr_array_set_size (self->buttons, 0);
  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      GtkWidget *button = gtk_check_button_new_with_label (_(self->kind->fields[i].label));

      gtk_check_button_set_active (GTK_CHECK_BUTTON (button), self->shown[i]);
      g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
      g_ptr_array_add (self->buttons, button);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), box);
  update_sensitive (self);
}

static void
cvn_register_columns_show (GtkWidget *widget)
{
  CvnRegisterColumns *self = CVN_REGISTER_COLUMNS (widget);

  if (self->kind != NULL)
    build (self);
  GTK_WIDGET_CLASS (cvn_register_columns_parent_class)->show (widget);
}

static void
cvn_register_columns_finalize (GObject *object)
{
  CvnRegisterColumns *self = CVN_REGISTER_COLUMNS (object);

  g_ptr_array_unref (self->buttons);
  g_free (self->shown);
  G_OBJECT_CLASS (cvn_register_columns_parent_class)->finalize (object);
}

static void
cvn_register_columns_class_init (CvnRegisterColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cvn_register_columns_finalize;
  GTK_WIDGET_CLASS (klass)->show = cvn_register_columns_show;

  signals[CHANGED] = g_signal_new ("changed", CVN_TYPE_REGISTER_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cvn_register_columns_init (CvnRegisterColumns *self)
{
  self->buttons = g_ptr_array_new ();
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scrolled), 420);
  gtk_popover_set_child (GTK_POPOVER (self), self->scrolled);
}

/** cvn_register_columns_set_fields: @fields (element-type guint) of @kind are shown now. */
void
cvn_register_columns_set_fields (CvnRegisterColumns *self,
                                 const CvnKind      *kind,
                                 GArray             *fields)
{
  g_free (self->shown);
  self->kind = kind;
  self->shown = g_new0 (gboolean, kind->n_fields);
  for (guint i = 0; i < fields->len; i++)
    self->shown[g_array_index (fields, guint, i)] = TRUE;
}

/** cvn_register_columns_dup_fields: (transfer full) (element-type guint): the fields to show, in the order of the kind. */
GArray *
cvn_register_columns_dup_fields (CvnRegisterColumns *self)
{
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->kind->n_fields; i++)
    if (self->shown[i])
      g_array_append_val (fields, i);
  return fields;
}
