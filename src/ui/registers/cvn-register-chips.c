/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-register-chips"

#include "cvn-register-chips.h"

#include "cvn-code-name.h"
#include "cvn-query-words.h"
#include "cvn-record-page.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

struct _CvnRegisterChips
{
  AdwBin parent_instance;

  GtkFlowBox   *box;
  CvnQuery     *query;
  GCancellable *cancellable; /* of the names being looked up */
};

typedef enum {
  REMOVED,
  N_SIGNALS,
} CvnRegisterChipsSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CvnRegisterChips, cvn_register_chips, ADW_TYPE_BIN)

/* A chip whose record's name is being looked up. */
typedef struct
{
  CvnRegisterChips *self;
  CvnCentre        *centre;
  GtkWidget        *label;
  guint             field;
} Lookup;

static void
lookup_free (Lookup *lookup)
{
  g_object_unref (lookup->self);
  g_object_unref (lookup->centre);
  g_object_unref (lookup->label);
  g_free (lookup);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Lookup, lookup_free)

static void
cvn_register_chips_dispose (GObject *object)
{
  CvnRegisterChips *self = CVN_REGISTER_CHIPS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->query, cvn_query_free);
  G_OBJECT_CLASS (cvn_register_chips_parent_class)->dispose (object);
}

static void
remove_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  g_signal_emit (widget, signals[REMOVED], 0, g_variant_get_uint32 (parameter));
}

static void
cvn_register_chips_class_init (CvnRegisterChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_register_chips_dispose;

  signals[REMOVED] = g_signal_new ("removed", CVN_TYPE_REGISTER_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "chips.remove", "u", remove_cb);
}

static void
cvn_register_chips_init (CvnRegisterChips *self)
{
  self->box = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_flow_box_set_column_spacing (self->box, 6);
  gtk_flow_box_set_row_spacing (self->box, 6);
  gtk_flow_box_set_max_children_per_line (self->box, 12);
  gtk_widget_set_halign (GTK_WIDGET (self->box), GTK_ALIGN_START);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
named_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (Lookup) lookup = data;
  g_autoptr (CvnRecordPage) page = cvn_record_page_read_finish (lookup->centre, result, NULL);
  g_autofree char *words = NULL;

  if (page == NULL || lookup->self->query == NULL || g_ptr_array_index (page->titles, 0) == NULL)
    return;
  words = cvn_query_words_dup (lookup->self->query, lookup->field, g_ptr_array_index (page->titles, 0));
  gtk_label_set_label (GTK_LABEL (lookup->label), words);
}

static void
look_up (CvnRegisterChips *self,
         CvnCentre        *centre,
         guint             field,
         GtkWidget        *label)
{
  g_autofree char *id = cvn_query_dup_reference (self->query, field);
  Lookup          *lookup;

  if (id == NULL || !cvn_centre_is_open (centre))
    return;
  lookup = g_new0 (Lookup, 1);
  lookup->self = g_object_ref (self);
  lookup->centre = g_object_ref (centre);
  lookup->label = g_object_ref (label);
  lookup->field = field;
  cvn_record_page_read_one_async (centre, cvn_kind_find (cvn_query_get_kind (self->query)->fields[field].refers_to), id,
                                  self->cancellable, named_cb, lookup);
}

/* What the one code that a query asks for is called, where records name codes. */
static char *
dup_name (const CvnQuery *query,
          CvnCentre      *centre,
          guint           field)
{
  const CvnField *description = &cvn_query_get_kind (query)->fields[field];
  g_autoptr (GPtrArray) names = description->named_by != NULL ? cvn_centre_list_names (centre, description) : NULL;

  for (guint i = 0; names != NULL && i < cvn_query_get_n_conditions (query); i++)
    {
      const CvnCondition *condition = cvn_query_get_condition (query, i);
      const CvnCodeName  *name = condition->field == field ? cvn_code_names_find (names, condition->value.text) : NULL;

      if (name != NULL && condition->match == CVN_MATCH_EQUAL)
        return g_strdup (cvn_code_name_get (name, cvn_interface_language ()));
    }
  return NULL;
}

static void
add_chip (CvnRegisterChips *self,
          CvnCentre        *centre,
          guint             field)
{
  g_autofree char *name = dup_name (self->query, centre, field);
  g_autofree char *words = cvn_query_words_dup (self->query, field, name);
  GtkWidget       *button = gtk_button_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget       *label = gtk_label_new (words);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "cvn-chip");
  cvn_tooltip_set (button, _("Remove Filter"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "chips.remove");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", field);
  gtk_flow_box_insert (self->box, button, -1);
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
  look_up (self, centre, field, label);
}

/** cvn_register_chips_set_query: shows what @query, copied, asks. */
void
cvn_register_chips_set_query (CvnRegisterChips *self,
                              CvnCentre        *centre,
                              const CvnQuery   *query)
{
  const CvnKind *kind = cvn_query_get_kind (query);
  GtkWidget     *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_pointer (&self->query, cvn_query_free);
  self->query = cvn_query_copy (query);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_flow_box_remove (self->box, child);
  for (guint i = 0; i < kind->n_fields; i++)
    if (cvn_query_words_has_field (query, i))
      add_chip (self, centre, i);
  gtk_widget_set_visible (GTK_WIDGET (self), cvn_query_get_n_conditions (query) > 0);
}
