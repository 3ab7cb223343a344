/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-conflict-group"

#include "cvn-conflict-group.h"

#include "cvn-field-row.h"

#include <glib/gi18n-lib.h>

/* One value that can be picked; it lives as long as its button. */
typedef struct
{
  GtkToggleButton *button;
  CvnValue         value;
  char            *text;
} Choice;

struct _CvnConflictGroup
{
  AdwPreferencesGroup parent_instance;
  CvnDraft           *draft;
  guint               field;
  GtkFlowBox         *box;
  GArray             *choices; /* of Choice: the original first, when it is known */
  guint               n_before;
  gboolean            picking;
};

G_DEFINE_FINAL_TYPE (CvnConflictGroup, cvn_conflict_group, ADW_TYPE_PREFERENCES_GROUP)

static void
clear_choice (Choice *choice)
{
  cvn_value_clear (&choice->value);
  g_free (choice->text);
}

/* A third value is none of them. */
static void
follow_draft (CvnConflictGroup *self)
{
  const CvnValue *now = cvn_record_get_value (cvn_draft_get_record (self->draft), self->field);
  gboolean        wrong = cvn_draft_get_error (self->draft, self->field) != NULL;
  gboolean        found = FALSE;

  if (self->picking)
    return;
  self->picking = TRUE;
  /* From the last to the first: where the original equals a version, the version is what somebody wants. */
  for (guint i = self->choices->len; i > 0; i--)
    {
      const Choice *choice = &g_array_index (self->choices, Choice, i - 1);
      gboolean      holds = !wrong && !found && cvn_value_equal (&choice->value, now);

      gtk_toggle_button_set_active (choice->button, holds);
      found |= holds;
    }
  self->picking = FALSE;
}

static void
field_changed_cb (CvnConflictGroup *self,
                  guint             field)
{
  if (field == self->field)
    follow_draft (self);
}

static void
pick (CvnConflictGroup *self,
      const Choice     *choice)
{
  self->picking = TRUE;
  if (cvn_draft_get_kind (self->draft)->fields[self->field].type == CVN_FIELD_REFERENCE)
    cvn_draft_set_reference (self->draft, self->field, choice->value.text, cvn_value_is_none (&choice->value) ? NULL : choice->text);
  else
    cvn_draft_set_value (self->draft, self->field, &choice->value);
  self->picking = FALSE;
}

static void
toggled_cb (GtkToggleButton  *button,
            CvnConflictGroup *self)
{
  for (guint i = 0; i < self->choices->len && !self->picking && gtk_toggle_button_get_active (button); i++)
    if (g_array_index (self->choices, Choice, i).button == button)
      pick (self, &g_array_index (self->choices, Choice, i));
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 16);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_choice (CvnConflictGroup *self,
            const char       *who,
            const char       *text,
            const CvnValue   *value)
{
  Choice     choice = { GTK_TOGGLE_BUTTON (gtk_toggle_button_new ()), CVN_VALUE_INIT, g_strdup (text) };
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *caption = make_label (who, "caption");
  GtkWidget *child = gtk_flow_box_child_new ();
  /* Translators: whose version of a field, and its value */
  g_autofree char *label = g_strdup_printf (_("%1$s: %2$s"), who, text);

  cvn_value_copy (value, &choice.value);
  gtk_widget_set_hexpand (caption, TRUE);
  gtk_box_append (GTK_BOX (line), caption);
  /* A tick as well as the colour; its place is kept free. */
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_box_append (GTK_BOX (content), line);
  gtk_box_append (GTK_BOX (content), make_label (text, "heading"));
  gtk_button_set_child (GTK_BUTTON (choice.button), content);
  gtk_widget_add_css_class (GTK_WIDGET (choice.button), "cvn-choice-card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice.button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (self->choices->len > 0)
    gtk_toggle_button_set_group (choice.button, g_array_index (self->choices, Choice, 0).button);
  g_array_append_val (self->choices, choice);
  g_signal_connect_object (choice.button, "toggled", G_CALLBACK (toggled_cb), self, 0);
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), GTK_WIDGET (choice.button));
  gtk_flow_box_append (self->box, child);
}

static void
cvn_conflict_group_dispose (GObject *object)
{
  g_clear_object (&CVN_CONFLICT_GROUP (object)->draft);
  G_OBJECT_CLASS (cvn_conflict_group_parent_class)->dispose (object);
}

static void
cvn_conflict_group_finalize (GObject *object)
{
  g_array_unref (CVN_CONFLICT_GROUP (object)->choices);
  G_OBJECT_CLASS (cvn_conflict_group_parent_class)->finalize (object);
}

static void
cvn_conflict_group_class_init (CvnConflictGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_conflict_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_conflict_group_finalize;
}

static void
cvn_conflict_group_init (CvnConflictGroup *self)
{
  self->choices = g_array_new (FALSE, TRUE, sizeof (Choice));
  g_array_set_clear_func (self->choices, (GDestroyNotify) clear_choice);
  self->box = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (self->box, TRUE);
  gtk_flow_box_set_column_spacing (self->box, 6);
  gtk_flow_box_set_row_spacing (self->box, 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->box), 6);
}

static void
fill (CvnConflictGroup  *self,
      const CvnConflict *conflict,
      guint              n)
{
  const CvnConflictField *field = &g_array_index (conflict->fields, CvnConflictField, n);

  if (conflict->original)
    add_choice (self, _("Before"), field->original, &field->original_value);
  self->n_before = self->choices->len;
  for (guint i = 0; i < conflict->versions->len; i++)
    {
      const CvnConflictVersion *version = conflict->versions->pdata[i];
      g_autofree char          *who = cvn_conflict_dup_who (version);

      add_choice (self, who, field->texts->pdata[i], cvn_record_get_value (version->record, field->field));
    }
  gtk_flow_box_set_max_children_per_line (self->box, self->choices->len);
}

/** cvn_conflict_group_new: the @n-th field of @conflict, whose choice goes into @draft. */
GtkWidget *
cvn_conflict_group_new (CvnCentre         *centre,
                        const CvnConflict *conflict,
                        guint              n,
                        CvnDraft          *draft)
{
  CvnConflictGroup *self = g_object_new (CVN_TYPE_CONFLICT_GROUP, NULL);
  GtkWidget        *list = gtk_list_box_new ();
  GtkWidget        *row;

  self->draft = g_object_ref (draft);
  self->field = g_array_index (conflict->fields, CvnConflictField, n).field;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _(cvn_draft_get_kind (draft)->fields[self->field].label));
  fill (self, conflict, n);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->box));
  /* A list of its own, as the group puts its own rows above everything else. */
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  row = cvn_field_row_new (centre, draft, self->field);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("What Will Hold"));
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_list_box_append (GTK_LIST_BOX (list), cvn_field_row_new_error (draft, self->field));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), list);
  g_signal_connect_object (draft, "field-changed", G_CALLBACK (field_changed_cb), self, G_CONNECT_SWAPPED);
  follow_draft (self);
  return GTK_WIDGET (self);
}

/** cvn_conflict_group_pick: takes the value of @version, as counted in the conflict. */
void
cvn_conflict_group_pick (CvnConflictGroup *self,
                         guint             version)
{
  if (self->n_before + version < self->choices->len)
    gtk_toggle_button_set_active (g_array_index (self->choices, Choice, self->n_before + version).button, TRUE);
}
