# beyond-linear: shark-bones learned with linear, ReLU and tanh units from the same weights
#
# Draw it again:   gnuplot beyond-linear.gp
# As PNG or PDF:   gnuplot -e "format='png'" beyond-linear.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" beyond-linear.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'beyond-linear.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1560,493 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 3120,986 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 16.25in,5.14in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,954 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1431 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,9.94in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,869 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,3476 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,9.05in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile commentschars ''
# $beyond_linear has the columns 1 epoch, 2 loss_linear, 3 loss_relu, 4 loss_tanh, 5 probe_linear, 6 probe_relu, 7 probe_tanh
set table $beyond_linear; plot 'beyond-linear.tsv' using (strcol(1)."\t".strcol(2)."\t".strcol(3)."\t".strcol(4)."\t".strcol(5)."\t".strcol(6)."\t".strcol(7)) with table; unset table
# $beyond_linear_modes has the columns 1 mode, 2 linear, 3 relu, 4 tanh
set table $beyond_linear_modes; plot 'beyond-linear-modes.tsv' using (strcol(1)."\t".strcol(2)."\t".strcol(3)."\t".strcol(4)) with table; unset table
set multiplot

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.05449
if (medium eq 'web') set rmargin at screen 0.30128
if (medium eq 'web') set bmargin at screen 0.18864
if (medium eq 'web') set tmargin at screen 0.90872
if (medium eq 'slides') set lmargin at screen 0.09941
if (medium eq 'slides') set rmargin at screen 0.47186
if (medium eq 'slides') set bmargin at screen 0.70566
if (medium eq 'slides') set tmargin at screen 0.93208
if (medium eq 'paper') set lmargin at screen 0.17347
if (medium eq 'paper') set rmargin at screen 0.94544
if (medium eq 'paper') set bmargin at screen 0.74591
if (medium eq 'paper') set tmargin at screen 0.96686
set border 3 linecolor '#404040'
set title 'Learning curve' offset 0,-0.3
if (medium eq 'web') set label 40 'epoch' at screen 0.17788,0.07759 center
if (medium eq 'web') set label 1 'loss (mean squared error)' at screen 0.01409,0.54868 center rotate by 90
if (medium eq 'web') set label 30 '{/*0.88 '.'shark-bones · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.00481,0.02653 left textcolor '#707070'
if (medium eq 'slides') set label 40 'epoch' at screen 0.28563,0.61384 center
if (medium eq 'slides') set label 1 'loss (mean squared…' at screen 0.02063,0.79953 center rotate by 90
if (medium eq 'slides') set label 30 '{/*0.88 '.'shark-bones · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.00938,0.02194 left textcolor '#707070'
if (medium eq 'paper') set label 40 'epoch' at screen 0.55945,0.70111 center
if (medium eq 'paper') set label 1 'loss (mean squared error)' at screen 0.03599,0.85639 center rotate by 90
if (medium eq 'paper') set label 30 '{/*0.88 '.'shark-bones · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.01636,0.0107 left textcolor '#707070'
set xrange [0:250]
set xtics out nomirror 50
if (medium eq 'web') set yrange [0:1.05]
if (medium eq 'web') set ytics out nomirror 0.2
if (medium eq 'slides') set yrange [0:1.05]
if (medium eq 'slides') set ytics out nomirror 0.5
if (medium eq 'paper') set yrange [0:1.05]
if (medium eq 'paper') set ytics out nomirror 0.2
if (medium eq 'web') set key top right samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.59119 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -2
if (medium eq 'paper') set key at screen 0.01309,0.69007 left top horizontal maxcols 2 Left reverse samplen 2 spacing 1.15 width -2
plot $beyond_linear using 1:2 with lines linecolor rgb '#0072b2' linewidth 3 dashtype 1 title 'linear units', \
     $beyond_linear using 1:3 with lines linecolor rgb '#d55e00' linewidth 3 dashtype 1 title 'ReLU units', \
     $beyond_linear using 1:4 with lines linecolor rgb '#009e73' linewidth 3 dashtype 1 title 'tanh units'

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.375
if (medium eq 'web') set rmargin at screen 0.62179
if (medium eq 'web') set bmargin at screen 0.18864
if (medium eq 'web') set tmargin at screen 0.90872
if (medium eq 'slides') set lmargin at screen 0.60879
if (medium eq 'slides') set rmargin at screen 0.98124
if (medium eq 'slides') set bmargin at screen 0.70566
if (medium eq 'slides') set tmargin at screen 0.93208
if (medium eq 'paper') set lmargin at screen 0.18438
if (medium eq 'paper') set rmargin at screen 0.96727
if (medium eq 'paper') set bmargin at screen 0.39105
if (medium eq 'paper') set tmargin at screen 0.612
set border 3 linecolor '#404040'
set title 'When each mode is half learned' offset 0,-0.3
if (medium eq 'web') set label 40 'mode' at screen 0.4984,0.07759 center
if (medium eq 'web') set label 1 'epoch' at screen 0.33139,0.54868 center rotate by 90
if (medium eq 'slides') set label 40 'mode' at screen 0.79502,0.61384 center
if (medium eq 'slides') set label 1 'epoch' at screen 0.52375,0.81887 center rotate by 90
if (medium eq 'paper') set label 40 'mode' at screen 0.57582,0.34625 center
if (medium eq 'paper') set label 1 'epoch' at screen 0.03599,0.50153 center rotate by 90
set xrange [0.5:8.5]
set xtics out nomirror 1
if (medium eq 'web') set yrange [0:211.1]
if (medium eq 'web') set ytics out nomirror 50
if (medium eq 'slides') set yrange [0:211.1]
if (medium eq 'slides') set ytics out nomirror 100
if (medium eq 'paper') set yrange [0:211.1]
if (medium eq 'paper') set ytics out nomirror 50
unset key
plot $beyond_linear_modes using 1:2 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#0072b2' linewidth 3 dashtype 1 title 'linear units', \
     $beyond_linear_modes using 1:3 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#d55e00' linewidth 3 dashtype 1 title 'ReLU units', \
     $beyond_linear_modes using 1:4 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#009e73' linewidth 3 dashtype 1 title 'tanh units'

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.69551
if (medium eq 'web') set rmargin at screen 0.94231
if (medium eq 'web') set bmargin at screen 0.18864
if (medium eq 'web') set tmargin at screen 0.90872
if (medium eq 'slides') set lmargin at screen 0.11254
if (medium eq 'slides') set rmargin at screen 0.96873
if (medium eq 'slides') set bmargin at screen 0.16126
if (medium eq 'slides') set tmargin at screen 0.38767
if (medium eq 'paper') set lmargin at screen 0.1964
if (medium eq 'paper') set rmargin at screen 0.94544
if (medium eq 'paper') set bmargin at screen 0.07867
if (medium eq 'paper') set tmargin at screen 0.29961
set border 3 linecolor '#404040'
set title 'Prediction for Shark has\_bones' offset 0,-0.3
if (medium eq 'web') set label 40 'epoch' at screen 0.81891,0.07759 center
if (medium eq 'web') set label 1 'prediction' at screen 0.64837,0.54868 center rotate by 90
if (medium eq 'slides') set label 40 'epoch' at screen 0.54064,0.06943 center
if (medium eq 'slides') set label 1 'prediction' at screen 0.02063,0.27447 center rotate by 90
if (medium eq 'paper') set label 40 'epoch' at screen 0.57092,0.03386 center
if (medium eq 'paper') set label 1 'prediction' at screen 0.03599,0.18914 center rotate by 90
set xrange [0:250]
set xtics out nomirror 50
if (medium eq 'web') set yrange [-1.08:0.597]
if (medium eq 'web') set ytics out nomirror 0.5
if (medium eq 'slides') set yrange [-1.08:0.597]
if (medium eq 'slides') set ytics out nomirror 1
if (medium eq 'paper') set yrange [-1.08:0.597]
if (medium eq 'paper') set ytics out nomirror 0.5
unset key
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linecolor rgb '#999999' linewidth 1 dashtype 1
set arrow from graph 0, first -1 to graph 1, first -1 nohead back linecolor rgb '#999999' linewidth 1.5 dashtype 2
plot NaN with lines linecolor rgb '#999999' linewidth 1.5 dashtype 2 title 'target', \
     $beyond_linear using 1:5 with lines linecolor rgb '#0072b2' linewidth 3 dashtype 1 title 'linear units', \
     $beyond_linear using 1:6 with lines linecolor rgb '#d55e00' linewidth 3 dashtype 1 title 'ReLU units', \
     $beyond_linear using 1:7 with lines linecolor rgb '#009e73' linewidth 3 dashtype 1 title 'tanh units'

unset multiplot
