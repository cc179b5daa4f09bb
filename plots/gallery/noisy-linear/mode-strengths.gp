# mode-strengths: Strength of each mode of noisy-linear in the end-to-end map
#
# Draw it again:   gnuplot mode-strengths.gp
# As PNG or PDF:   gnuplot -e "format='png'" mode-strengths.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" mode-strengths.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'mode-strengths.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1000,597 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2000,1194 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 10.42in,6.22in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,720 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1080 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.5in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,370 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,1480 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,3.85in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile commentschars ''
# $mode_strengths has the columns 1 epoch, 2 strength_1, 3 strength_2, 4 strength_3
set table $mode_strengths; plot 'mode-strengths.tsv' using (strcol(1)."\t".strcol(2)."\t".strcol(3)."\t".strcol(4)) with table; unset table

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.095
if (medium eq 'web') set rmargin at screen 0.715
if (medium eq 'web') set bmargin at screen 0.19598
if (medium eq 'web') set tmargin at screen 0.92462
if (medium eq 'slides') set lmargin at screen 0.09315
if (medium eq 'slides') set rmargin at screen 0.96248
if (medium eq 'slides') set bmargin at screen 0.3604
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.16255
if (medium eq 'paper') set rmargin at screen 0.93452
if (medium eq 'paper') set bmargin at screen 0.44495
if (medium eq 'paper') set tmargin at screen 0.92216
set border 3 linecolor '#404040'
set title 'Strengths of the data''s modes' offset 0,-0.3
if (medium eq 'web') set label 40 'epoch' at screen 0.405,0.10427 center
if (medium eq 'web') set label 1 'strength' at screen 0.03698,0.5603 center rotate by 90
if (medium eq 'web') set label 20 '{/*0.88 '.'No theory is drawn: with a hidden layer it is known for inputs that are not correlated and equally strong (one-hot, for example).'.'}' at screen 0.095,0.06658 left textcolor '#404040'
if (medium eq 'web') set label 30 '{/*0.88 '.'noisy-linear · η = 0.04678 · γ = 1 · seed 2021'.'}' at screen 0.0075,0.02191 left textcolor '#707070'
if (medium eq 'slides') set label 40 'epoch' at screen 0.52781,0.23873 center
if (medium eq 'slides') set label 1 'strength' at screen 0.02063,0.6352 center rotate by 90
if (medium eq 'slides') set label 20 '{/*0.88 '.'No theory is drawn: with a hidden layer it is known for inputs that are not correlated and equally strong (one-hot,'.'}' at screen 0.0075,0.18873 left textcolor '#404040'
if (medium eq 'slides') set label 21 '{/*0.88 '.'for example).'.'}' at screen 0.0075,0.1506 left textcolor '#404040'
if (medium eq 'slides') set label 30 '{/*0.88 '.'noisy-linear · η = 0.04678 · γ = 1 · seed 2021'.'}' at screen 0.00938,0.02907 left textcolor '#707070'
if (medium eq 'paper') set label 40 'epoch' at screen 0.54854,0.33972 center
if (medium eq 'paper') set label 1 'strength' at screen 0.03599,0.68356 center rotate by 90
if (medium eq 'paper') set label 20 '{/*0.88 '.'No theory is drawn: with a hidden layer it is known for inputs'.'}' at screen 0.01309,0.29648 left textcolor '#404040'
if (medium eq 'paper') set label 21 '{/*0.88 '.'that are not correlated and equally strong (one-hot, for'.'}' at screen 0.01309,0.2635 left textcolor '#404040'
if (medium eq 'paper') set label 22 '{/*0.88 '.'example).'.'}' at screen 0.01309,0.23052 left textcolor '#404040'
if (medium eq 'paper') set label 30 '{/*0.88 '.'noisy-linear · η = 0.04678 · γ = 1 · seed 2021'.'}' at screen 0.01636,0.02514 left textcolor '#707070'
if (medium eq 'web') set xrange [0:1000]
if (medium eq 'web') set xtics out nomirror 200
if (medium eq 'slides') set xrange [0:1000]
if (medium eq 'slides') set xtics out nomirror 100
if (medium eq 'paper') set xrange [0:1000]
if (medium eq 'paper') set xtics out nomirror 200
set yrange [-0.26:17.67]
set ytics out nomirror 5
if (medium eq 'web') set key at screen 0.74802,0.92462 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.11913 left top horizontal maxcols 3 Left reverse samplen 2 spacing 1.15 width -1
if (medium eq 'paper') set key at screen 0.01309,0.2033 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -1
plot $mode_strengths using 1:2 with lines linecolor rgb '#0072b2' linewidth 4 dashtype 1 title 'mode 1: 16.83', \
     $mode_strengths using 1:3 with lines linecolor rgb '#d55e00' linewidth 4 dashtype 1 title 'mode 2: 4.698', \
     $mode_strengths using 1:4 with lines linecolor rgb '#009e73' linewidth 4 dashtype 1 title 'mode 3: 2.748'
