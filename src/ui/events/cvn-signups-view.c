/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-signups-view"

#include "cvn-signups-view.h"

#include "cvn-event-operations.h"
#include "cvn-event-parts.h"
#include "cvn-event-rule.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

/* A row of the list; its widgets belong to the list. */
typedef struct
{
  char      *id;
  GtkWidget *row;
  GtkWidget *check;
  GtkWidget *take;
  GtkWidget *off;
} SignupRow;

struct _CvnSignupsView
{
  AdwBin parent_instance;

  CvnEventSheet *sheet;
  GtkWidget     *summary;
  GtkWidget     *detail;
  GtkWidget     *list;
  GtkWidget     *keys;
  GtkWidget     *who;
  GtkWidget     *people;
  GtkWidget     *speaker;
  GtkWidget     *add;
  GtkWidget     *pass_on;
  GtkLabel      *error;
  GArray        *rows; /* of SignupRow */
  gboolean       filling;
};

G_DEFINE_FINAL_TYPE (CvnSignupsView, cvn_signups_view, ADW_TYPE_BIN)

static const char *
get_today (CvnSignupsView *self)
{
  return cvn_centre_get_today (cvn_event_sheet_get_centre (self->sheet));
}

static CvnRecord *
find_signup (CvnSignupsView *self,
             GtkWidget      *row)
{
  int place = row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;

  if (place < 0 || place >= (int) self->rows->len)
    return NULL;
  return cvn_event_sheet_find_part (self->sheet, "event_signup", g_array_index (self->rows, SignupRow, place).id);
}

static gboolean
has_status (CvnRecord  *signup,
            const char *status)
{
  return g_strcmp0 (cvn_record_get_text (signup, "status"), status) == 0;
}

static void
attend (CvnSignupsView *self,
        CvnRecord      *signup,
        gint64          n)
{
  cvn_event_run (GTK_WIDGET (self), self->sheet, cvn_event_attend_new (cvn_record_get_id (signup), n), NULL, NULL);
}

static void
cancel (CvnSignupsView *self,
        CvnRecord      *signup)
{
  cvn_event_run (GTK_WIDGET (self), self->sheet, cvn_event_cancel_signup_new (cvn_record_get_id (signup), get_today (self)),
                 _("Cancelled; free seats are offered to who waits"), NULL);
}

/* The rows and their buttons know their place: that is where the sign-up is. */
static CvnRecord *
find_around (CvnSignupsView *self,
             GtkWidget      *widget)
{
  return find_signup (self, gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW));
}

static void
toggled_cb (CvnSignupsView *self,
            GtkCheckButton *check)
{
  CvnRecord *signup = find_around (self, GTK_WIDGET (check));

  if (self->filling || signup == NULL)
    return;
  attend (self, signup, gtk_check_button_get_active (check) ? cvn_record_get_integer (signup, "party") : -1);
}

static void
cancel_cb (CvnSignupsView *self,
           GtkWidget      *button)
{
  CvnRecord *signup = find_around (self, button);

  if (signup != NULL)
    cancel (self, signup);
}

static void
take (CvnSignupsView *self,
      CvnRecord      *signup)
{
  if (signup != NULL)
    cvn_event_run (GTK_WIDGET (self), self->sheet, cvn_event_take_offer_new (cvn_record_get_id (signup), get_today (self)), _("Signed up"), NULL);
}

static void
take_cb (CvnSignupsView *self,
         GtkWidget      *button)
{
  take (self, find_around (self, button));
}

static void
pass_on_cb (CvnSignupsView *self)
{
  cvn_event_run (GTK_WIDGET (self), self->sheet, cvn_event_pass_on_new (cvn_event_sheet_get_id (self->sheet), get_today (self)),
                 _("Offers that lapsed are passed on"), NULL);
}

static char *
describe (CvnRecord *signup)
{
  const CvnField  *field = &cvn_record_get_kind (signup)->fields[cvn_kind_find_field (cvn_record_get_kind (signup), "status")];
  const CvnChoice *status = cvn_field_find_choice (field, cvn_record_get_text (signup, "status"));
  gint64           party = cvn_record_get_integer (signup, "party");
  GString         *text = g_string_new (NULL);
  g_autofree char *until = cvn_event_dup_day (cvn_record_get_text (signup, "offer_until"));

  g_string_append_printf (text, ngettext ("%lld person", "%lld people", (gulong) party), (long long) party);
  if (g_strcmp0 (cvn_record_get_text (signup, "role"), "speaker") == 0)
    g_string_append_printf (text, " · %s", _("Speaker or helper"));
  if (has_status (signup, "offered"))
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _("seats offered until %s"), until);
    }
  else if (status != NULL && !has_status (signup, "signed_up"))
    g_string_append_printf (text, " · %s", _(status->label));
  if (cvn_record_has (signup, "attended"))
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _("%lld attended"), (long long) cvn_record_get_integer (signup, "attended"));
    }
  return g_string_free (text, FALSE);
}

static void
update_row (CvnSignupsView  *self,
            const SignupRow *row,
            CvnRecord       *signup)
{
  g_autofree char *detail = describe (signup);
  g_autofree char *sentence = g_strdup_printf ("%s, %s", cvn_record_get_text (signup, "label"), detail);
  gboolean         writable = !cvn_event_is_read_only (self->sheet);
  gboolean         signed_up = has_status (signup, "signed_up");
  gint64           attended = cvn_record_get_integer (signup, "attended");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row->row), cvn_record_get_text (signup, "label"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row->row), detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->check), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  gtk_widget_set_sensitive (row->check, signed_up && writable);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (row->check), attended > 0);
  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (row->check), attended > 0 && attended < cvn_record_get_integer (signup, "party"));
  gtk_widget_set_visible (row->take, writable && !signed_up);
  gtk_widget_set_visible (row->off, writable && (signed_up || has_status (signup, "waiting") || has_status (signup, "offered")));
  if (has_status (signup, "cancelled") || has_status (signup, "lapsed"))
    gtk_widget_add_css_class (row->row, "cvn-signup-off");
  else
    gtk_widget_remove_css_class (row->row, "cvn-signup-off");
}

static void
add_row (CvnSignupsView *self,
         CvnRecord      *signup)
{
  SignupRow row = { g_strdup (cvn_record_get_id (signup)), adw_action_row_new (), gtk_check_button_new (),
                    cvn_event_button_new ("object-select-symbolic", _("Sign Up")), cvn_event_button_new ("edit-delete-symbolic", _("Cancel Sign-up")) };

  gtk_widget_set_valign (row.check, GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (row.check, FALSE);
  cvn_tooltip_set (row.check, _("Attended"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row.row), row.check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row.row), row.take);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row.row), row.off);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row.row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row.row), FALSE);
  g_signal_connect_object (row.check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row.take, "clicked", G_CALLBACK (take_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row.off, "clicked", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row.row);
  g_array_append_val (self->rows, row);
}

static void
clear_row (gpointer data)
{
  g_free (((SignupRow *) data)->id);
}

/* Of two hundred rows a tick changes one and a new sign-up adds one: those that are still in their places stay, and so does the focus. */
static void
match_rows (CvnSignupsView *self,
            GPtrArray      *signups)
{
  GtkWidget     *focus = gtk_widget_get_focus_child (self->list);
  int            place = focus != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;
  guint          n = 0;
  GtkListBoxRow *row;

  while (n < self->rows->len && n < signups->len && g_strcmp0 (g_array_index (self->rows, SignupRow, n).id, cvn_record_get_id (signups->pdata[n])) == 0)
    n++;
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) n)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  g_array_set_size (self->rows, n);
  for (guint i = n; i < signups->len; i++)
    add_row (self, signups->pdata[i]);
  row = place >= (int) n ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), MIN (place, (int) signups->len - 1)) : NULL;
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* A list is begun before the event, and where no count was entered by hand. */
static gboolean
keeps_list (CvnSignupsView *self)
{
  CvnRecord *event = cvn_event_sheet_get_record (self->sheet);

  return !cvn_record_has (event, "signed_up") && g_strcmp0 (cvn_record_get_text (event, "mode"), "announced") != 0 &&
         g_strcmp0 (cvn_record_get_text (event, "status"), "held") != 0 && g_strcmp0 (cvn_record_get_text (event, "status"), "cancelled") != 0;
}

static void
fill_list (CvnSignupsView *self)
{
  GPtrArray *signups = cvn_event_sheet_get_parts (self->sheet, "event_signup");

  self->filling = TRUE;
  match_rows (self, signups);
  if (signups->len == 0)
    cvn_event_add_nothing (self->list, keeps_list (self) ? _("Nobody is on the list yet. Roles and numbers are enough: names are not needed.")
                                                         : _("This event has counts and no list."));
  for (guint i = 0; i < signups->len; i++)
    update_row (self, &g_array_index (self->rows, SignupRow, i), signups->pdata[i]);
  self->filling = FALSE;
}

static char *
dup_seats (CvnSignupsView *self,
           gint64          signed_up)
{
  CvnRecord *event = cvn_event_sheet_get_record (self->sheet);

  if (!cvn_record_has (event, "capacity"))
    return g_strdup_printf (ngettext ("%lld person has signed up", "%lld people have signed up", (gulong) signed_up), (long long) signed_up);
  return g_strdup_printf (_("%1$lld of %2$lld seats taken, %3$lld free"), (long long) signed_up, (long long) cvn_record_get_integer (event, "capacity"),
                          (long long) cvn_event_sheet_count_free (self->sheet));
}

static char *
dup_rest (CvnSignupsView *self,
          gint64          signed_up)
{
  GString         *text = g_string_new (NULL);
  gint64           waiting, offered, attended;
  gboolean         known = cvn_event_sheet_get_total (self->sheet, "attended", &attended);
  int              no_show = known ? cvn_event_no_show (signed_up, attended) : CVN_EVENT_NO_FIGURE;
  g_autofree char *first = NULL;

  cvn_event_sheet_get_total (self->sheet, "waiting", &waiting);
  cvn_event_sheet_get_total (self->sheet, "offered", &offered);
  if (waiting > 0)
    g_string_append_printf (text, _("%lld on the waiting list. "), (long long) waiting);
  if (offered > 0)
    g_string_append_printf (text, ngettext ("%lld seat is offered. ", "%lld seats are offered. ", (gulong) offered), (long long) offered);
  if (known)
    g_string_append_printf (text, ngettext ("%lld person attended. ", "%lld people attended. ", (gulong) attended), (long long) attended);
  if (no_show >= 0)
    /* Translators: a percentage with one decimal; the decimal sign stands between the two numbers in your language */
    g_string_append_printf (text, _("%1$d.%2$d %% of who signed up did not come."), no_show / 10, no_show % 10);
  first = g_strstrip (g_string_free (text, FALSE));
  return g_steal_pointer (&first);
}

static void
changed_cb (CvnSignupsView *self)
{
  CvnRecord       *event = cvn_event_sheet_get_record (self->sheet);
  gboolean         announced = g_strcmp0 (cvn_record_get_text (event, "mode"), "announced") == 0;
  gint64           signed_up;
  g_autofree char *seats = NULL;
  g_autofree char *rest = NULL;

  cvn_event_sheet_get_total (self->sheet, "signed_up", &signed_up);
  seats = announced ? g_strdup (_("This event is only announced: people sign up with who organises it.")) : dup_seats (self, signed_up);
  rest = announced ? g_strdup ("") : dup_rest (self, signed_up);
  gtk_label_set_text (GTK_LABEL (self->summary), seats);
  gtk_label_set_text (GTK_LABEL (self->detail), rest);
  gtk_widget_set_visible (self->detail, *rest != '\0');
  gtk_widget_set_visible (self->add, keeps_list (self) && !cvn_event_is_read_only (self->sheet));
  gtk_widget_set_visible (self->pass_on, keeps_list (self) && !cvn_event_is_read_only (self->sheet));
  fill_list (self);
  gtk_widget_set_visible (self->keys, self->rows->len > 0);
}

static void
refused_cb (GtkWidget  *view,
            const char *message,
            const char *field)
{
  CvnSignupsView *self = CVN_SIGNUPS_VIEW (view);

  gtk_label_set_text (self->error, message);
  gtk_widget_set_visible (GTK_WIDGET (self->error), TRUE);
  gtk_widget_grab_focus (g_strcmp0 (field, "party") == 0 ? self->people : self->who);
}

static void
add_cb (CvnSignupsView *self)
{
  g_autoptr (CvnRecord) signup = cvn_record_new (cvn_kind_find ("event_signup"));
  const char *who = gtk_editable_get_text (GTK_EDITABLE (self->who));

  if (!cvn_event_sheet_is_loaded (self->sheet))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->error), FALSE);
  gtk_spin_button_update (GTK_SPIN_BUTTON (self->people)); /* a mnemonic leaves what is being typed where it is */
  cvn_record_set_text (signup, "event", cvn_event_sheet_get_id (self->sheet));
  cvn_record_set_text (signup, "label", *who != '\0' ? who : _("Party"));
  cvn_record_set_integer (signup, "party", gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->people)));
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->speaker)))
    cvn_record_set_text (signup, "role", "speaker");
  cvn_event_run (GTK_WIDGET (self), self->sheet, cvn_event_sign_up_new (signup, get_today (self)), NULL, refused_cb);
  gtk_editable_set_text (GTK_EDITABLE (self->who), "");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->people), 1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->speaker), FALSE);
  gtk_widget_grab_focus (self->who);
}

static void
focus_next (CvnSignupsView *self,
            GtkWidget      *row)
{
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1);

  if (next != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (next));
}

static gboolean
key_cb (CvnSignupsView *self,
        guint           keyval,
        guint           keycode,
        GdkModifierType state)
{
  GtkWidget *row = gtk_widget_get_focus_child (self->list);
  CvnRecord *signup = find_signup (self, row);
  gint64     digit = (gint64) keyval - GDK_KEY_0;

  if (signup == NULL || !gtk_widget_is_focus (row) || cvn_event_is_read_only (self->sheet) || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  if (keyval == GDK_KEY_Delete && !has_status (signup, "cancelled"))
    cancel (self, signup);
  else if (!has_status (signup, "signed_up") && (keyval == GDK_KEY_t || keyval == GDK_KEY_T))
    take (self, signup);
  else if (!has_status (signup, "signed_up"))
    return FALSE;
  else if (keyval == GDK_KEY_space)
    attend (self, signup, cvn_record_get_integer (signup, "attended") > 0 ? -1 : cvn_record_get_integer (signup, "party"));
  else if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    {
      attend (self, signup, cvn_record_get_integer (signup, "party"));
      focus_next (self, row);
    }
  else if (digit >= 0 && digit <= 9)
    attend (self, signup, digit);
  else
    return FALSE;
  return TRUE;
}

static void
cvn_signups_view_dispose (GObject *object)
{
  g_clear_object (&CVN_SIGNUPS_VIEW (object)->sheet);
  G_OBJECT_CLASS (cvn_signups_view_parent_class)->dispose (object);
}

static void
cvn_signups_view_finalize (GObject *object)
{
  g_array_unref (CVN_SIGNUPS_VIEW (object)->rows);
  G_OBJECT_CLASS (cvn_signups_view_parent_class)->finalize (object);
}

static void
cvn_signups_view_class_init (CvnSignupsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_signups_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_signups_view_finalize;
}

/* In a narrow window the number of people stands below who they are. */
static GtkWidget *
make_add (CvnSignupsView *self)
{
  GtkWidget *flow = gtk_flow_box_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Sign Up"));

  self->who = g_object_new (GTK_TYPE_ENTRY, "placeholder-text", _("Who: a role or a number"), "hexpand", TRUE, "width-chars", 16, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->who), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Who signs up"), -1);
  self->people = gtk_spin_button_new_with_range (1, 9999, 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->people), GTK_ACCESSIBLE_PROPERTY_LABEL, _("How many people"), -1);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->people), 3);
  self->speaker = gtk_check_button_new_with_label (_("Speaker"));
  cvn_tooltip_set (self->speaker, _("Speakers and helpers take no seat"));
  gtk_box_append (GTK_BOX (line), self->people);
  gtk_box_append (GTK_BOX (line), self->speaker);
  gtk_box_append (GTK_BOX (line), button);
  g_signal_connect_object (self->who, "activate", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 2);
  gtk_flow_box_append (GTK_FLOW_BOX (flow), self->who);
  gtk_flow_box_append (GTK_FLOW_BOX (flow), line);
  for (GtkWidget *child = gtk_widget_get_first_child (flow); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_focusable (child, FALSE);
  return flow;
}

static void
cvn_signups_view_init (CvnSignupsView *self)
{
  GtkWidget          *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->rows = g_array_new (FALSE, FALSE, sizeof (SignupRow));
  g_array_set_clear_func (self->rows, clear_row);
  gtk_box_append (GTK_BOX (box), cvn_event_section_new (_("Sign-ups and attendance"), &self->list, &self->detail));
  self->summary = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_insert_after (self->summary, gtk_widget_get_parent (self->list), gtk_widget_get_first_child (gtk_widget_get_parent (self->list)));
  self->add = make_add (self);
  gtk_widget_insert_before (self->add, gtk_widget_get_parent (self->list), self->list);
  self->error = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "visible", FALSE, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->error), "error");
  gtk_widget_insert_before (GTK_WIDGET (self->error), gtk_widget_get_parent (self->list), self->list);
  self->keys = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "label",
                             _("Keys: Space ticks a party, Enter ticks it and goes on, a digit says how many of it came, T takes the seats that are offered, Delete cancels."), NULL);
  gtk_widget_add_css_class (self->keys, "caption");
  gtk_widget_add_css_class (self->keys, "dim-label");
  gtk_box_append (GTK_BOX (box), self->keys);
  self->pass_on = gtk_button_new_with_label (_("Pass On Free Seats"));
  gtk_widget_set_halign (self->pass_on, GTK_ALIGN_START);
  cvn_tooltip_set (self->pass_on, _("Offers that lapsed and free seats go to the next party that waits and fits"));
  g_signal_connect_object (self->pass_on, "clicked", G_CALLBACK (pass_on_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->pass_on);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->list, keys);
  adw_bin_set_child (ADW_BIN (self), cvn_event_page_new (box));
}

/** cvn_signups_view_new: the list of the event of @sheet. */
GtkWidget *
cvn_signups_view_new (CvnEventSheet *sheet)
{
  CvnSignupsView *self = g_object_new (CVN_TYPE_SIGNUPS_VIEW, NULL);

  self->sheet = g_object_ref (sheet);
  cvn_event_follow (GTK_WIDGET (self), sheet, G_CALLBACK (changed_cb));
  return GTK_WIDGET (self);
}

/** cvn_signups_view_get_list: the list box, for tests. */
GtkWidget *
cvn_signups_view_get_list (CvnSignupsView *self)
{
  return self->list;
}

/** cvn_signups_view_get_message: what it says about the seats. */
const char *
cvn_signups_view_get_message (CvnSignupsView *self)
{
  return gtk_label_get_text (GTK_LABEL (self->summary));
}
